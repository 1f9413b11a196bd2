import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { readCartToken } from './cart-cookie.server'

/** The cart of a request's cookie; null without one, or when nothing was ever put in. The secret is the proof of ownership. */
export async function findCart(request: Request): Promise<{ cartId: string } | null> {
  const token = await readCartToken(request)
  if (!token) return null
  const cart = await prisma.cart.findUnique({ where: { tokenHash: tokenHash(token) }, select: { id: true } })
  return cart ? { cartId: cart.id } : null
}
