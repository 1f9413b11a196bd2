import type { Actor } from '~/modules/auth/actor'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { addDays, type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
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
}

const mostShown = 100

/** Verifications that end soon in the coordinator's region, those that wait for her first, then by their day. At most a hundred; none without a region. */
export function findVerifications({ actor }: { actor: Actor }): Promise<DueVerification[]> {
  return inScope(actor, async (tx) => {
    if (!actor.regionId) return []
    const now = await appNow(tx)
    const today = dayOf(now)
    const rows = await tx.seller.findMany({
      where: {
        status: { in: ['active', 'paused'] },
        region: { ancestorIds: { has: actor.regionId } },
        OR: [
          { verifiedUntil: { lt: startOf(addDays(today, renewalDays + 1)) } },
          { renewals: { some: { checkedAt: null } } },
        ],
      },
      orderBy: [{ verifiedUntil: 'asc' }, { id: 'asc' }],
      take: mostShown,
      select: {
        ...{ id: true, nameZh: true, nameEn: true, regionId: true, verifiedUntil: true },
        renewals: { where: { checkedAt: null }, select: { id: true } },
      },
    })
    const places = await findPlaceNames(
      tx,
      rows.map(({ regionId }) => regionId),
    )
    const due = rows.map(({ id, nameZh, nameEn, regionId, verifiedUntil, renewals }) => ({
      sellerId: id,
      name: { zh: nameZh, en: nameEn },
      place: places.get(regionId) ?? { zh: '', en: '' },
      until: dayOf(verifiedUntil),
      isOver: verifiedUntil <= now,
      daysLeft: Math.max(0, Math.round((Date.parse(dayOf(verifiedUntil)) - Date.parse(today)) / 86_400_000)),
      renewalId: renewals[0]?.id ?? null,
    }))
    return due.toSorted((a, b) => Number(b.renewalId !== null) - Number(a.renewalId !== null))
  })
}
