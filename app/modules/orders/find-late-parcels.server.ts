import type { Actor } from '~/modules/auth/actor'
import { perPage } from '~/modules/claims/queue-page'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'

export type LateParcel = {
  id: string
  number: string
  sellerId: string
  sellerNameZh: string
  sellerNameEn: string
  place: PlaceName
  shipBy: string
}

/** A page of the parcels of a coordinator's region that should have been sent before today, longest late first. */
export async function findLateParcels({
  actor,
  page = 1,
}: {
  actor: Actor
  page?: number
}): Promise<LateParcel[]> {
  if (!actor.regionId) return []
  const rows = await prisma.sellerOrder.findMany({
    where: await lateIn(actor.regionId),
    orderBy: [{ shipBy: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * perPage,
    take: perPage,
    select: {
      id: true,
      shipBy: true,
      sellerId: true,
      order: { select: { number: true } },
      seller: { select: { nameZh: true, nameEn: true, regionId: true } },
    },
  })
  const places = await findPlaceNames(
    prisma,
    rows.map(({ seller }) => seller.regionId),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.order.number,
    sellerId: row.sellerId,
    sellerNameZh: row.seller.nameZh,
    sellerNameEn: row.seller.nameEn,
    place: places.get(row.seller.regionId) ?? { zh: '', en: '' },
    shipBy: row.shipBy ? fromDateColumn(row.shipBy) : '',
  }))
}

/** How many they are, however long the list. */
export async function countLateParcels({ actor }: { actor: Actor }): Promise<number> {
  if (!actor.regionId) return 0
  return prisma.sellerOrder.count({ where: await lateIn(actor.regionId) })
}

async function lateIn(regionId: string): Promise<Prisma.SellerOrderWhereInput> {
  return {
    status: 'to_ship',
    shipBy: { lt: toDateColumn(dayOf(await appNow())) },
    seller: { region: { ancestorIds: { has: regionId } } },
  }
}
