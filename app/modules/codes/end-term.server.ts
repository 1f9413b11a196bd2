import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockTerm, refuseTaken } from './lock-term.server'

type EndInput = {
  actor: Actor
  termId: string
  /** the first day on which it is not in use; null = it stays in use */
  validTo: Day | null
  reason: string
}

/** A term is in use until a day. Refuses (beside the day) an end before its beginning and one from which records still say it: those are changed first, or the term is merged; a later end, where another has its
 * words meanwhile. And what lockTerm refuses. */
export function endTerm({ actor, termId, validTo, reason }: EndInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { term, terms, list } = await lockTerm(tx, { actor, termId })
    if (term.validTo === validTo) return
    if (term.validTo && (validTo === null || validTo > term.validTo)) {
      const others = terms.filter(({ id }) => id !== termId)
      refuseTaken(others, term, term.validTo)
    }
    if (validTo) {
      if (validTo <= term.validFrom) throw new Refusal('codes.endsFirst', 422, {}, 'validTo')
      const [said] = await tx.$queryRaw<{ uses: number }[]>`
        SELECT term_uses_from(${termId}::uuid, ${toDateColumn(validTo)}::date) AS uses`
      if (said && said.uses > 0) throw new Refusal('codes.inUse', 409, { count: said.uses }, 'validTo')
    }
    await tx.codeTerm.update({
      where: { id: termId },
      data: { validTo: validTo && toDateColumn(validTo) },
      select: { id: true },
    })
    await recordAudit(tx, {
      ...{ actor, action: 'code.ended', reason },
      subject: { type: 'CodeTerm', id: termId },
      detail: { list, code: term.code, validTo },
    })
  })
}
