import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockTerm } from './lock-term.server'
import { isValidOn } from './terms'

type MergeInput = { actor: Actor; termId: string; into: string; reason: string }

/**
 * A term is merged into another of its list, from today on and for good: no form offers it any more, records that say it keep saying it and count as the other from today on. Of two who merge one at
 * the same moment the second is told into what. Refuses (beside `into`) itself and what is not in use today, (409) a term that has not begun before today, and what lockTerm refuses.
 */
export function mergeTerm({ actor, termId, into, reason }: MergeInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { term, terms, list } = await lockTerm(tx, { actor, termId })
    const today = dayOf(await appNow(tx))
    const target = terms.find(({ id }) => id === into)
    if (!target || target.id === termId || target.mergedIntoId || !isValidOn(target, today))
      throw new Refusal('codes.badTarget', 422, {}, 'into')
    if (term.validFrom >= today) throw new Refusal('codes.notBegun', 409)
    const mergedOn = toDateColumn(today)
    const validTo = term.validTo && term.validTo <= today ? toDateColumn(term.validTo) : mergedOn
    await tx.codeTerm.update({
      where: { id: termId },
      data: { mergedIntoId: into, mergedOn, validTo },
      select: { id: true },
    })
    await recordAudit(tx, {
      ...{ actor, action: 'code.merged', reason },
      subject: { type: 'CodeTerm', id: termId },
      detail: { list, from: term.code, into: target.code },
    })
  })
}
