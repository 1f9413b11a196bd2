import { prisma } from '~/platform/db/prisma.server'
import { findCartIds } from './find-cart-ids.server'

/** Pieces in the basket of a request's cookies; 0 without one. */
export async function findCartCount(request: Request): Promise<number> {
  const cartIds = await findCartIds(request)
  if (cartIds.length === 0) return 0
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(quantity), 0)::int AS count FROM "CartLine" WHERE "cartId" = ANY(${cartIds}::uuid[])`
  return row?.count ?? 0
}
