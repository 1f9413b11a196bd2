import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { findTerms } from './find-terms.server'
import { holdCodes, refuseTaken } from './lock-term.server'
import type { NewTerm } from './schema'

/** A new term of a code table from a day on. Refuses (beside its field) a code that the table has or had, words that another term has, an end before the beginning, and what holdCodes refuses. */
export function addTerm({ actor, reason, ...input }: NewTerm & { actor: Actor }): Promise<void> {
  const { list, code, nameZh, nameEn, validFrom, validTo } = input
  return inScope(actor, async (tx) => {
    await holdCodes(tx, actor)
    const terms = await findTerms(tx, list)
    if (terms.some((one) => one.code === code)) throw new Refusal('codes.codeTaken', 409, {}, 'code')
    refuseTaken(terms, input, validFrom)
    if (validTo && validTo <= validFrom) throw new Refusal('codes.endsFirst', 422, {}, 'validTo')
    const { id } = await tx.codeTerm.create({
      data: {
        ...{ list, code, nameZh, nameEn },
        validFrom: toDateColumn(validFrom),
        validTo: validTo && toDateColumn(validTo),
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      ...{ actor, action: 'code.added', reason },
      subject: { type: 'CodeTerm', id },
      detail: { list, code, nameZh, validFrom, validTo },
    })
  })
}
