import { Prisma, prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { readCartTokens } from './cart-cookie.server'

/** The carts of a request's cookies, to be looked at together; none when nothing was ever put in. One statement. */
export async function findCartIds(request: Request): Promise<string[]> {
  const tokens = await readCartTokens(request)
  if (tokens.length === 0) return []
  const carts = await prisma.$queryRaw<{ id: string }[]>`${cartsOf(tokens)} ORDER BY id`
  return carts.map(({ id }) => id)
}

/** The carts of some secrets, which are the proof of ownership. How many they are is behind a SELECT: the plan is made once. */
export function cartsOf(tokens: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT id FROM "Cart" WHERE "tokenHash" = ANY((SELECT ${tokens.map(tokenHash)}::bytea[])::bytea[])`
}
