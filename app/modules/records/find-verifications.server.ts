import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { findClaims } from '~/modules/claims/find-claims.server'
import { type Listed, partOf, perPage, waitsSince } from '~/modules/claims/queue-page'
import { daysOf, type WorkFilter } from '~/modules/claims/work-filter'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { addDays, type Day, dayOf, daysBetween, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { renewalDays } from './find-own-record.server'

/** A shop whose verification ends within thirty days, has ended, or was confirmed by its owner and waits for the county. */
export type DueVerification = {
  sellerId: string
  name: { zh: string; en: string }
  place: PlaceName
  until: Day
  isOver: boolean
  /** days until it ends; none is left when it is over */
  daysLeft: number
  /** she has said that what is on file is right */
  renewalId: string | null
  /** whole days since she said so, or since the thirty days began */
  ageDays: number
  /** who is on it */
  claim: ClaimView | null
}

/** A page of the verifications that end soon in the coordinator's region, those that wait for her first, then by their day. None without a region. */
export function findVerifications({
  actor,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; page?: number } & Partial<WorkFilter>): Promise<Listed<DueVerification>> {
  return inScope(actor, async (tx) => {
    if (!actor.regionId) return { rows: [], page: 1, total: 0 }
    const now = await appNow(tx)
    const today = dayOf(now)
    const due = {
      id: await claimedIds(tx, { actor, queue: 'renewal', whose }),
      ...dueIn(actor.regionId, today),
    }
    const confirmed = {
      ...due,
      renewals: { some: { checkedAt: null, confirmedAt: waitsSince(now, age) } },
    }
    const others = {
      ...due,
      renewals: { none: { checkedAt: null } },
      verifiedUntil: { lt: startOf(addDays(today, renewalDays + 1 - daysOf[age])) },
    }
    const first = await tx.seller.count({ where: confirmed })
    const total = first + (await tx.seller.count({ where: others }))
    if (total === 0) return { rows: [], page: 1, total }
    const { page: shown, skip } = partOf(total, page)
    const find = (where: Prisma.SellerWhereInput, from: number, most: number) =>
      tx.seller.findMany({
        where,
        orderBy: [{ verifiedUntil: 'asc' }, { id: 'asc' }],
        skip: from,
        take: most,
        select: {
          ...{ id: true, nameZh: true, nameEn: true, regionId: true, verifiedUntil: true },
          renewals: { where: { checkedAt: null }, select: { id: true, confirmedAt: true } },
        },
      })
    const rows = skip < first ? await find(confirmed, skip, perPage) : []
    if (rows.length < perPage && skip + rows.length < total)
      rows.push(...(await find(others, Math.max(0, skip - first), perPage - rows.length)))
    const places = await findPlaceNames(
      tx,
      rows.map(({ regionId }) => regionId),
    )
    const subjectIds = rows.map(({ id }) => id)
    const claims = await findClaims(tx, { actor, queue: 'renewal', subjectIds })
    const views = rows.map(({ id, nameZh, nameEn, regionId, verifiedUntil, renewals }) => ({
      sellerId: id,
      name: { zh: nameZh, en: nameEn },
      place: places.get(regionId) ?? { zh: '', en: '' },
      until: dayOf(verifiedUntil),
      isOver: verifiedUntil <= now,
      daysLeft: Math.max(0, Math.round((Date.parse(dayOf(verifiedUntil)) - Date.parse(today)) / 86_400_000)),
      renewalId: renewals[0]?.id ?? null,
      ageDays: daysBetween(
        renewals[0]?.confirmedAt ?? startOf(addDays(dayOf(verifiedUntil), -renewalDays)),
        now,
      ),
      claim: claims.get(id) ?? null,
    }))
    return { rows: views, page: shown, total }
  })
}

function dueIn(regionId: string, today: Day): Prisma.SellerWhereInput {
  return {
    status: { in: ['active', 'paused'] },
    region: { ancestorIds: { has: regionId } },
    OR: [
      { verifiedUntil: { lt: startOf(addDays(today, renewalDays + 1)) } },
      { renewals: { some: { checkedAt: null } } },
    ],
  }
}
