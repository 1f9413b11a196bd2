import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { lockTerm, refuseTaken } from './lock-term.server'
import type { Words } from './terms'

type RenameInput = Words & { actor: Actor; termId: string; reason: string }

/** A term is called otherwise from today on; its code stays, and records of before keep their words. The same words change nothing. Refuses words that another term has, and what lockTerm refuses. */
export function renameTerm({ actor, termId, nameZh, nameEn, reason }: RenameInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { term, terms, list } = await lockTerm(tx, { actor, termId })
    if (term.nameZh === nameZh && term.nameEn === nameEn) return
    const today = dayOf(await appNow(tx))
    const others = terms.filter(({ id }) => id !== termId)
    refuseTaken(others, { nameZh, nameEn }, today)
    await tx.codeTermName.createMany({
      data: [
        {
          ...{ termId, nameZh: term.nameZh, nameEn: term.nameEn },
          validTo: toDateColumn(today),
        },
      ],
    })
    await tx.codeTerm.update({ where: { id: termId }, data: { nameZh, nameEn }, select: { id: true } })
    await recordAudit(tx, {
      ...{ actor, action: 'code.renamed', reason },
      subject: { type: 'CodeTerm', id: termId },
      detail: { list, code: term.code, from: term.nameZh, to: nameZh },
    })
  })
}
