import type { SellerOrderStatus } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { countParcels } from '~/modules/bases/number-parcels'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { PhotoData } from '~/ui/photo'
import { type MyOrderState, stateOfOrder } from './order-state'

export type MyOrder = {
  number: string
  state: MyOrderState
  placedAt: string
  totalFen: number
  pieces: number
  firstTitleZh: string
  firstTitleEn: string | null
  /** of its first piece; null when its picture is gone */
  photo: PhotoData | null
  /** how many parcels are got ready, are on their way and have arrived */
  going: { toShip: number; onTheWay: number; arrived: number }
}

/** The orders that a signed-in buyer placed, newest first, at most 100. */
export async function findMyOrders({ actor, locale }: { actor: Actor; locale: Locale }): Promise<MyOrder[]> {
  const orders = await prisma.order.findMany({
    where: { buyerParty: { personId: actor.personId } },
    orderBy: { placedAt: 'desc' },
    take: 100,
    select: {
      number: true,
      status: true,
      placedAt: true,
      totalFen: true,
      sellerOrders: {
        orderBy: { id: 'asc' },
        select: {
          status: true,
          togetherId: true,
          lines: {
            orderBy: { id: 'asc' },
            select: { titleZh: true, titleEn: true, quantity: true, media: { select: pictureSelect } },
          },
        },
      },
    },
  })
  return orders.map((order) => {
    const lines = order.sellerOrders.flatMap((parcel) => parcel.lines)
    const [first] = lines
    const count = (...states: SellerOrderStatus[]) =>
      countParcels(
        order.sellerOrders
          .filter(({ status }) => states.includes(status))
          .map(({ togetherId }) => ({ together: togetherId })),
      )
    return {
      number: order.number,
      state: stateOfOrder(
        order.status,
        order.sellerOrders.map(({ status }) => status),
      ),
      placedAt: order.placedAt.toISOString(),
      totalFen: toSafeNumber(order.totalFen),
      pieces: lines.reduce((count, line) => count + line.quantity, 0),
      firstTitleZh: first?.titleZh ?? '',
      firstTitleEn: first?.titleEn ?? null,
      photo: first?.media ? pictureOf(first.media, locale, first.titleZh) : null,
      going: {
        toShip: count('to_ship'),
        onTheWay: count('shipped'),
        arrived: count('received', 'completed'),
      },
    }
  })
}
