import { prisma } from '~/platform/db/prisma.server'
import { readCartTokens } from './cart-cookie.server'
import { cartsOf } from './find-cart-ids.server'

/** Pieces in the basket of a request's cookies; 0 without one, for which nothing is asked. */
export async function findCartCount(request: Request): Promise<number> {
  const tokens = await readCartTokens(request)
  if (tokens.length === 0) return 0
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(l.quantity), 0)::int AS count FROM (${cartsOf(tokens)}) c JOIN "CartLine" l ON l."cartId" = c.id`
  return row?.count ?? 0
}
