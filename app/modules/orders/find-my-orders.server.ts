import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { type MyOrderState, stateOfOrder } from './order-state'

export type MyOrder = {
  number: string
  state: MyOrderState
  placedAt: string
  totalFen: number
  parcels: number
  pieces: number
  firstTitleZh: string
  firstTitleEn: string | null
}

/** The orders that a signed-in buyer placed, newest first, at most 100. */
export async function findMyOrders({ actor }: { actor: Actor }): Promise<MyOrder[]> {
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
        select: { status: true, lines: { select: { titleZh: true, titleEn: true, quantity: true } } },
      },
    },
  })
  return orders.map((order) => {
    const lines = order.sellerOrders.flatMap((parcel) => parcel.lines)
    return {
      number: order.number,
      state: stateOfOrder(
        order.status,
        order.sellerOrders.map(({ status }) => status),
      ),
      placedAt: order.placedAt.toISOString(),
      totalFen: toSafeNumber(order.totalFen),
      parcels: order.sellerOrders.length,
      pieces: lines.reduce((count, line) => count + line.quantity, 0),
      firstTitleZh: lines[0]?.titleZh ?? '',
      firstTitleEn: lines[0]?.titleEn ?? null,
    }
  })
}
