import { mostPerLine } from '~/modules/search/availability'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { readCartTokens } from './cart-cookie.server'

/** The one cart of a request that changes something; null without one. */
export async function joinCarts(request: Request): Promise<{ cartId: string } | null> {
  const tokens = await readCartTokens(request)
  const [only] = tokens
  if (only === undefined) return null
  if (tokens.length === 1) return findOnly(only)
  const cart = await prisma.$transaction((tx) => lockJoinedCart(tx, tokens))
  return cart ? { cartId: cart.id } : null
}

/** Nothing to join, nothing to lock: who counts by it (adding, placing) locks it. */
async function findOnly(token: string): Promise<{ cartId: string } | null> {
  const [cart] = await prisma.$queryRaw<{ cartId: string }[]>`
    SELECT id AS "cartId" FROM "Cart" WHERE "tokenHash" = ${tokenHash(token)}`
  return cart ?? null
}

/**
 * Makes one cart of all that these secrets open, locked, so that two tabs count one after the other: the oldest takes the lines of the others,
 * which are then no more. The same piece with the same answers in two of them is counted together, up to 99. Locks in the order of ids: joining twice at the
 * same time gives the same cart. The price that was seen is the one of the newest line.
 */
export async function lockJoinedCart(
  tx: Tx,
  tokens: readonly string[],
): Promise<{ id: string; token: string } | null> {
  const byHash = new Map(tokens.map((token) => [Buffer.from(tokenHash(token)).toString('hex'), token]))
  const carts = await tx.$queryRaw<{ id: string; hash: string }[]>`
    SELECT id::text, encode("tokenHash", 'hex') AS hash FROM "Cart"
    WHERE "tokenHash" IN (SELECT decode(hash, 'hex') FROM unnest(${[...byHash.keys()]}::text[]) AS hash) ORDER BY id FOR UPDATE`
  const [first, ...others] = carts
  const token = first && byHash.get(first.hash)
  if (!token) return null
  if (others.length > 0) {
    const ids = others.map(({ id }) => id)
    await tx.$executeRaw`
      INSERT INTO "CartLine" ("cartId", "variantId", answers, "answersKey", quantity, "addedAt", "seenFen")
      SELECT ${first.id}::uuid, "variantId", answers, "answersKey", least(sum(quantity), ${mostPerLine}), min("addedAt"),
        (array_agg("seenFen" ORDER BY "addedAt" DESC) FILTER (WHERE "seenFen" IS NOT NULL))[1] FROM "CartLine"
      WHERE "cartId" = ANY(${[first.id, ...ids]}::uuid[]) GROUP BY "variantId", answers, "answersKey" HAVING bool_or("cartId" <> ${first.id}::uuid)
      ON CONFLICT ("cartId", "variantId", "answersKey") DO UPDATE
        SET quantity = excluded.quantity, "addedAt" = excluded."addedAt", "seenFen" = excluded."seenFen"`
    await tx.$executeRaw`
      UPDATE "Cart" SET "promoCode" = (SELECT "promoCode" FROM "Cart" WHERE id = ANY(${ids}::uuid[]) AND "promoCode" IS NOT NULL ORDER BY id LIMIT 1)
      WHERE id = ${first.id}::uuid AND "promoCode" IS NULL`
    await tx.$executeRaw`
      UPDATE "Cart" c SET services = others.wishes || c.services
      FROM (SELECT jsonb_object_agg(w.key, w.value ORDER BY o.id DESC) AS wishes FROM "Cart" o, jsonb_each(o.services) w WHERE o.id = ANY(${ids}::uuid[])) others
      WHERE c.id = ${first.id}::uuid AND others.wishes IS NOT NULL`
    await tx.cart.deleteMany({ where: { id: { in: ids } } })
  }
  return { id: first.id, token }
}
