import { findActor } from '~/modules/auth/find-actor.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldKey, heldNumbers } from './order-cookie.server'

/** An order that a browser opens by itself. */
export type HeldOrder = { number: string; placedAt: Date }

/** The orders that this browser holds a good key of, the newest first: whoever bought without an account finds them again without a code. Those of closed accounts open for nobody. One statement, none for a browser without keys. */
export async function findHeldOrders(request: Request): Promise<HeldOrder[]> {
  const held = heldNumbers(request)
  if (held.length === 0) return []
  const userId = (await findActor(request))?.userId ?? null
  const orders = await prisma.$queryRaw<(HeldOrder & { id: string })[]>`
    SELECT o.id, o.number, o."placedAt" FROM "Order" o
    LEFT JOIN "Party" y ON y.id = o."buyerPartyId" LEFT JOIN "User" u ON u."personId" = y."personId"
    WHERE o.number = ANY(${held}::text[]) AND u."closedAt" IS NULL ORDER BY o."placedAt" DESC`
  const keys = await Promise.all(orders.map(({ id, number }) => heldKey(request, { id, number, userId })))
  return orders.flatMap(({ number, placedAt }, at) => (keys[at] ? [{ number, placedAt }] : []))
}
