import { findActors } from '~/modules/auth/find-actor.server'
import { OrderParams } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import { parseParams } from '~/platform/form.server'
import { isPresent } from './is-present.server'
import { heldKey } from './order-cookie.server'

export type OrderAccess = { orderId: string; number: string; secret: string | null; userId: string | null }

/** `isReceiver`: the order is a present, and nothing but the phone of its parcel opened it; what it cost and what becomes of it is the giver's. */
export type ParcelAccess = OrderAccess & { isReceiver: boolean }

/**
 * The first line of every loader and action that is its buyer's alone: what `requireParcelAccess` says, and to whoever receives a present the same answer as to a stranger.
 */
export async function requireOrderAccess(
  request: Request,
  params: Record<string, string | undefined>,
  otherwise: () => Response = missing,
): Promise<OrderAccess> {
  const { isReceiver, ...access } = await requireParcelAccess(request, params, otherwise)
  if (isReceiver) throw otherwise()
  return access
}

/**
 * The first line of every loader and action of what an order's receiver may see or do as well: the browser holds the order's cookie (from its link or a phone code), or its buyer
 * is signed in. The number alone is a 404, or what `otherwise` answers, whether or not the order exists. An order of a closed account is opened by no key, whichever browser still holds one.
 */
export async function requireParcelAccess(
  request: Request,
  params: Record<string, string | undefined>,
  otherwise: () => Response = missing,
): Promise<ParcelAccess> {
  const { number } = parseParams(params, OrderParams)
  const [actor] = await findActors(request)
  const [order] = await prisma.$queryRaw<{ id: string; personId: string | null; isClosed: boolean }[]>`
    SELECT o.id, y."personId", u."closedAt" IS NOT NULL AS "isClosed" FROM "Order" o
    LEFT JOIN "Party" y ON y.id = o."buyerPartyId" LEFT JOIN "User" u ON u."personId" = y."personId" WHERE o.number = ${number}`
  if (!order || order.isClosed) throw otherwise()
  const userId = actor?.userId ?? null
  const held = await heldKey(request, { id: order.id, number, userId })
  const isBuyer = actor !== undefined && order.personId === actor.personId
  if (!held && !isBuyer) throw otherwise()
  const secret = held?.secret ?? null
  const isGivers = isBuyer || secret !== null || held?.isOwn === true
  const isReceiver = !isGivers && (await isPresent(order.id))
  return { orderId: order.id, number, secret, userId, isReceiver }
}

function missing(): Response {
  return new Response(null, { status: 404 })
}
