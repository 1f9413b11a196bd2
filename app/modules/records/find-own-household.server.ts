import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { type Day, dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** What her household is registered as, in the words of the time, from when until when. */
type Status = { zh: string; en: string; from: Day; to: Day | null }

/**
 * Where her income is counted: her registered household with its own record, no registered household (looked into and confirmed), or not yet looked into. Nothing of
 * anybody else in it, and nothing of what the desk notes about it.
 */
export type OwnHousehold =
  | { kind: 'unverified' }
  | { kind: 'none' }
  | {
      kind: 'household'
      place: PlaceName | null
      memberSince: Day
      /** oldest first */
      statuses: Status[]
      /** her income that was counted in it this year, fen */
      countedFen: number
    }

/** Of today. In the scope of the person herself. */
export async function findOwnHousehold(tx: Tx, personId: string): Promise<OwnHousehold> {
  const today = dayOf(await appNow(tx))
  const date = toDateColumn(today)
  const onThatDay = { validFrom: { lte: date }, OR: [{ validTo: null }, { validTo: { gt: date } }] }
  const link = await tx.householdLink.findFirst({
    where: { personId, verifiedAt: { not: null }, ...onThatDay },
    select: { memberId: true },
  })
  if (!link) return { kind: 'unverified' }
  if (!link.memberId) return { kind: 'none' }
  const member = await tx.householdMember.findFirst({
    where: { id: link.memberId, personId, ...onThatDay },
    select: { householdId: true, validFrom: true, household: { select: { regionId: true } } },
  })
  if (!member) return { kind: 'unverified' }
  const { householdId, household, validFrom } = member
  const places = await findPlaceNames(tx, [household.regionId])
  const counted = await tx.incomeAttribution.aggregate({
    where: { personId, householdId, earnedOn: { gte: toDateColumn(`${today.slice(0, 4)}-01-01`) } },
    _sum: { amountFen: true },
  })
  return {
    kind: 'household',
    place: places.get(household.regionId) ?? null,
    memberSince: fromDateColumn(validFrom),
    statuses: await findStatuses(tx, householdId),
    countedFen: toSafeNumber(counted._sum.amountFen ?? 0n),
  }
}

async function findStatuses(tx: Tx, householdId: string): Promise<Status[]> {
  const rows = await tx.$queryRaw<{ zh: string; en: string; from: Date; to: Date | null }[]>`
    SELECT w.zh, w.en, s."validFrom" AS "from", s."validTo" AS "to" FROM "HouseholdStatus" s CROSS JOIN LATERAL term_words(s."termId", s."validFrom") w
    WHERE s."householdId" = ${householdId}::uuid ORDER BY s."validFrom"`
  return rows.map(({ zh, en, from, to }) => ({
    ...{ zh, en },
    from: fromDateColumn(from),
    to: to && fromDateColumn(to),
  }))
}
