import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import { orderCookie } from './order-cookie.server'

/**
 * Exchanges an order link's 128-bit secret for the order's cookie, so that the secret leaves the address bar at once. A wrong secret and an unknown
 * number are the same 404.
 */
export async function openOrderLink({ number, secret }: { number: string; secret: string }): Promise<string> {
  const order = await prisma.order.findFirst({
    where: { number, accessHash: tokenHash(secret) },
    select: { id: true },
  })
  if (!order) throw notFound()
  return orderCookie(number).serialize({ orderId: order.id, secret })
}
