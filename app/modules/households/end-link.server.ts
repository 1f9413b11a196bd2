import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockLinked, refuseFuture } from './lock-person.server'

type EndInput = { actor: Actor; linkId: string; endedOn: Day; reason: string }

/**
 * Ends a link: from `endedOn` on it holds no more, what it said about the days before stays. Another may then begin. Refuses a person of another region
 * (404), what a colleague is on (409), a day in the future or not after the link's first day, and a link that has ended before; the same end again is a no-op.
 */
export function endLink({ actor, linkId, endedOn, reason }: EndInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const found = await tx.householdLink.findUnique({ where: { id: linkId }, select: { personId: true } })
    if (!found) throw notFound()
    await lockLinked(tx, { actor, personId: found.personId })
    const link = await tx.householdLink.findUniqueOrThrow({ where: { id: linkId } })
    if (link.validTo) {
      if (fromDateColumn(link.validTo) === endedOn) return
      throw new Refusal('household.linkEnded', 409, { day: fromDateColumn(link.validTo) })
    }
    await refuseFuture(tx, endedOn, 'endedOn')
    const begun = fromDateColumn(link.validFrom)
    if (endedOn <= begun) throw new Refusal('household.endBeforeBegin', 422, { day: begun }, 'endedOn')
    await tx.householdLink.update({
      where: { id: linkId },
      data: { validTo: toDateColumn(endedOn), endedById: actor.userId, endReason: reason },
    })
    await recordAudit(tx, {
      actor,
      action: 'household_link.ended',
      subject: { type: 'Person', id: link.personId },
      reason,
      detail: { linkId, endedOn },
    })
  })
}
