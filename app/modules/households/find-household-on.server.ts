import type { NoHouseholdReason } from '~/generated/prisma/enums'
import { type Day, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** Exactly one of householdId and noHouseholdReason; the region is the household's, else the person's, else null. */
export type HouseholdOn = {
  householdId: string | null
  noHouseholdReason: NoHouseholdReason | null
  statusTermId: string | null
  regionId: string | null
}

/**
 * The registered household a person belonged to on a day, by a verified link to a membership valid that day, with the household's status of that day.
 * Without a verified link the reason is `unverified`; without a person `no_person`. Needs the job scope `income`.
 */
export async function findHouseholdOn(tx: Tx, personId: string | null, day: Day): Promise<HouseholdOn> {
  const none = (noHouseholdReason: NoHouseholdReason, regionId: string | null): HouseholdOn => ({
    householdId: null,
    noHouseholdReason,
    statusTermId: null,
    regionId,
  })
  if (!personId) return none('no_person', null)
  const date = toDateColumn(day)
  const onThatDay = { validFrom: { lte: date }, OR: [{ validTo: null }, { validTo: { gt: date } }] }
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { regionId: true } })
  const link = await tx.householdLink.findFirst({
    where: { personId, verifiedAt: { not: null }, ...onThatDay },
    select: { noReason: true, member: { select: { householdId: true, validFrom: true, validTo: true } } },
  })
  if (!link) return none('unverified', person.regionId)
  if (!link.member) return none(link.noReason ?? 'unverified', person.regionId)
  if (link.member.validFrom > date || (link.member.validTo && link.member.validTo <= date))
    return none('unverified', person.regionId)
  const household = await tx.household.findUniqueOrThrow({
    where: { id: link.member.householdId },
    select: { id: true, regionId: true, statuses: { where: onThatDay, select: { termId: true }, take: 1 } },
  })
  return {
    householdId: household.id,
    noHouseholdReason: null,
    statusTermId: household.statuses[0]?.termId ?? null,
    regionId: household.regionId,
  }
}
