import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { readCartToken } from './cart-cookie.server'

/** Pieces in the basket of a request's cookie; 0 without one. */
export async function findCartCount(request: Request): Promise<number> {
  const token = await readCartToken(request)
  if (!token) return 0
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(l.quantity), 0)::int AS count FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id WHERE c."tokenHash" = ${tokenHash(token)}`
  return row?.count ?? 0
}
