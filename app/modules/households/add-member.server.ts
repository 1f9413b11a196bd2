import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockPerson, refuseFuture, refuseOwnHousehold } from './lock-person.server'
import type { Relation } from './schema'
import { findLinksFrom, writeLink } from './write-link.server'

type AddInput = {
  actor: Actor
  householdId: string
  personId: string
  relation: Relation
  validFrom: Day
  evidence: string
  /** her income counts to this household from that day on */
  follow: boolean
  /** she lives in this household's village now */
  moves: boolean
}

/**
 * A person of the coordinator's region joins a household of it from a day on: marriage, coming home, a child grown. Her older membership and the link to it
 * end on that day; what they say about the time before stays. Refuses a person or household of another region (404), a membership outside the region (a
 * coordinator above both does it), a day in the future or not after the one on which the older record began, her own record and (403) her own household.
 */
export function addMember(input: AddInput): Promise<{ memberId: string }> {
  const { actor, householdId, personId, relation, validFrom, evidence } = input
  return inScope(actor, async (tx) => {
    const household = await tx.household.findUnique({
      where: { id: householdId },
      select: { id: true, regionId: true },
    })
    if (!household) throw notFound()
    const person = await lockPerson(tx, { actor, personId })
    await refuseOwnHousehold(tx, { actor, householdId })
    await refuseFuture(tx, validFrom, 'validFrom')
    await endOlderMembership(tx, { householdId, personId, validFrom })
    const member = await tx.householdMember.create({
      data: {
        householdId,
        personId,
        relation,
        validFrom: toDateColumn(validFrom),
        evidence,
        verifiedById: actor.userId,
        verifiedAt: await appNow(tx),
      },
      select: { id: true },
    })
    await moveLink(tx, input, member.id)
    const isMoving = input.moves && person.regionId !== household.regionId
    if (isMoving) await tx.person.update({ where: { id: personId }, data: { regionId: household.regionId } })
    await recordAudit(tx, {
      actor,
      action: 'household_member.added',
      subject: { type: 'Household', id: householdId },
      detail: { personId, memberId: member.id, validFrom, follows: input.follow, moves: isMoving },
    })
    return { memberId: member.id }
  })
}

async function endOlderMembership(
  tx: Tx,
  { householdId, personId, validFrom }: Pick<AddInput, 'householdId' | 'personId' | 'validFrom'>,
): Promise<void> {
  const held = { personId, OR: [{ validTo: null }, { validTo: { gt: toDateColumn(validFrom) } }] }
  const everywhere = await withinScope(tx, { job: 'income' }, () =>
    tx.householdMember.findMany({ where: held, select: { id: true } }),
  )
  const memberships = await tx.householdMember.findMany({
    where: held,
    select: { id: true, householdId: true, validFrom: true },
  })
  if (everywhere.length > memberships.length)
    throw new Refusal('household.memberElsewhere', 409, {}, 'personId')
  for (const older of memberships) {
    if (older.householdId === householdId) throw new Refusal('household.alreadyMember', 409, {}, 'personId')
    const begun = fromDateColumn(older.validFrom)
    if (begun >= validFrom) throw new Refusal('household.dayBeforeOlder', 422, { day: begun }, 'validFrom')
    await tx.householdMember.update({
      where: { id: older.id },
      data: { validTo: toDateColumn(validFrom) },
    })
  }
}

/** Ends the link that holds on the day (it says where she was before) and, if her income follows her, begins the new one. */
async function moveLink(tx: Tx, input: AddInput, memberId: string): Promise<void> {
  const { actor, personId, validFrom, evidence, follow } = input
  const links = await findLinksFrom(tx, personId, validFrom)
  for (const link of links.filter(({ verifiedAt }) => verifiedAt !== null)) {
    if (!follow && !link.memberId) continue
    const begun = fromDateColumn(link.validFrom)
    if (begun >= validFrom) throw new Refusal('household.dayBeforeOlder', 422, { day: begun }, 'validFrom')
    await tx.householdLink.update({
      where: { id: link.id },
      data: { validTo: toDateColumn(validFrom), endedById: actor.userId, endReason: evidence },
    })
  }
  if (follow) await writeLink(tx, actor, { personId, memberId, validFrom, evidence })
}
