import { z } from 'zod'
import { prisma } from '~/platform/db/prisma.server'
import { randomToken } from '~/platform/secrets/token.server'
import { type AddToCartInput, beginCart, readWanted } from './add-to-cart.server'
import { readCartTokens } from './cart-cookie.server'
import { cartsOf } from './find-cart-ids.server'

const Key = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** The secret of a cart for one piece alone: what her basket's cookie holds, and what stands in the address of that checkout. One without the other opens nothing. */
const secretOf = (token: string, key: string) => `${token}.${key}`

/**
 * A cart for one piece alone, beside the basket, which stays as it is: each press has its own, so that two tabs buy each theirs. `token` belongs into the basket's cookie, `key` into the address of the checkout. Refuses
 * what addToCart refuses.
 */
export async function buyAlone(input: AddToCartInput): Promise<{ token: string; key: string }> {
  const [token = randomToken(16)] = input.tokens
  const key = randomToken(16)
  await beginCart(prisma, await readWanted(prisma, input), secretOf(token, key))
  return { token, key }
}

/** The key in the address of a checkout for one piece alone; null for that of the basket. */
export function readBuyKey(request: Request): string | null {
  return Key.safeParse(new URL(request.url).searchParams.get('buy')).data ?? null
}

/** The cart for one piece alone that a key opens in this browser; none in any other, and once it is swept. */
export async function findBuyCartIds(request: Request, key: string): Promise<string[]> {
  const tokens = await readCartTokens(request)
  if (tokens.length === 0) return []
  const secrets = tokens.map((token) => secretOf(token, key))
  const carts = await prisma.$queryRaw<{ id: string }[]>`${cartsOf(secrets)}`
  return carts.map(({ id }) => id)
}
