import type { Actor } from '~/modules/auth/actor'
import { perPage } from '~/modules/claims/queue-page'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'

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
  const { regionId } = actor
  if (!regionId) return []
  return inScope(actor, async (tx) => {
    const rows = await tx.sellerOrder.findMany({
      where: await lateIn(tx, regionId),
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
      tx,
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
  })
}

/** How many they are, however long the list. */
export async function countLateParcels({ actor }: { actor: Actor }): Promise<number> {
  const { regionId } = actor
  if (!regionId) return 0
  return inScope(actor, async (tx) => tx.sellerOrder.count({ where: await lateIn(tx, regionId) }))
}

async function lateIn(tx: Tx, regionId: string): Promise<Prisma.SellerOrderWhereInput> {
  return {
    status: 'to_ship',
    shipBy: { lt: toDateColumn(dayOf(await appNow(tx))) },
    seller: { region: { ancestorIds: { has: regionId } } },
  }
}
