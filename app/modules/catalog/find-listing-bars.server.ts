import type { Actor } from '~/modules/auth/actor'
import { findStanding } from '~/modules/auth/find-actor.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { requestLocale } from '~/platform/i18n/locale'

/**
 * A shop whose verification is over, so that nothing new is handed in, and what is to be done about it: she confirms her record here, or on her own phone (this device is a shared one), or its owner does, or the county looks at what
 * was confirmed.
 */
export type ListingBar = { shop: string; next: 'confirm' | 'own_phone' | 'owner' | 'county' }

/** Of these shops those whose verification is over, by name, at most 100. What is written for them is kept all the same. */
export async function findListingBars({
  request,
  actor,
  sellerIds,
}: {
  request: Request
  actor: Actor
  sellerIds: readonly string[]
}): Promise<ListingBar[]> {
  const { isShared } = await findStanding(request, 'listing:write')
  const shops = await inScope(actor, async (tx) =>
    tx.seller.findMany({
      where: {
        id: { in: [...sellerIds] },
        status: { not: 'closed' },
        verifiedUntil: { lte: await appNow(tx) },
      },
      orderBy: { nameZh: 'asc' },
      take: 100,
      select: {
        nameZh: true,
        nameEn: true,
        renewals: { where: { checkedAt: null }, select: { id: true } },
        people: {
          where: { personId: actor.personId, role: 'owner', validTo: null },
          select: { personId: true },
        },
      },
    }),
  )
  const isEnglish = requestLocale(request) === 'en'
  return shops.map(({ nameZh, nameEn, renewals, people }) => ({
    shop: isEnglish ? nameEn : nameZh,
    next: renewals.length > 0 ? 'county' : people.length === 0 ? 'owner' : isShared ? 'own_phone' : 'confirm',
  }))
}
