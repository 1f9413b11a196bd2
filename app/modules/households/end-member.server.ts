import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockLinked, refuseFuture } from './lock-person.server'

type EndInput = { actor: Actor; householdId: string; memberId: string; leftOn: Day; reason: string }

/**
 * Somebody leaves a household and joins none of the register: death, moving away, a household of her own. Her membership ends on that day, and so does whatever says that her income counts here; the days before
 * stay. Refuses a household or a person of another region (404), her own kin (403), what a colleague is on (409), a day to come or not after she joined, and (409) somebody who has left.
 */
export function endMember({ actor, householdId, memberId, leftOn, reason }: EndInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const where = { id: memberId, householdId }
    const found = await tx.householdMember.findFirst({ where, select: { personId: true } })
    if (!found) throw notFound()
    await lockLinked(tx, { actor, personId: found.personId })
    const member = await tx.householdMember.findFirstOrThrow({ where })
    if (member.validTo)
      throw new Refusal('household.hasLeft', 409, { day: fromDateColumn(member.validTo) }, 'memberId')
    await refuseFuture(tx, leftOn, 'leftOn')
    const begun = fromDateColumn(member.validFrom)
    if (leftOn <= begun) throw new Refusal('household.leftBeforeJoined', 422, { day: begun }, 'leftOn')
    await tx.householdMember.update({ where: { id: memberId }, data: { validTo: toDateColumn(leftOn) } })
    await endItsLinks(tx, { actor, memberId, leftOn, reason })
    await recordAudit(tx, {
      actor,
      action: 'household_member.ended',
      subject: { type: 'Household', id: householdId },
      reason,
      detail: { memberId, personId: member.personId, leftOn },
    })
  })
}

/** Links to the membership end with it; one that waits to be verified and would begin later goes. */
async function endItsLinks(
  tx: Tx,
  { actor, memberId, leftOn, reason }: Omit<EndInput, 'householdId'>,
): Promise<void> {
  const day = toDateColumn(leftOn)
  await tx.householdLink.deleteMany({ where: { memberId, verifiedAt: null, validFrom: { gte: day } } })
  const later = await tx.householdLink.findFirst({ where: { memberId, validFrom: { gte: day } } })
  if (later)
    throw new Refusal('household.dayBeforeOlder', 422, { day: fromDateColumn(later.validFrom) }, 'leftOn')
  await tx.householdLink.updateMany({
    where: { memberId, validTo: null },
    data: { validTo: day, endedById: actor.userId, endReason: reason },
  })
}
