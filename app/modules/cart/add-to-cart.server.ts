import type { TypedAnswers, WishAnswers } from '~/modules/catalog/wishes'
import { orderedIds } from '~/platform/db/in-parts'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { checkAnswers } from './check-answers.server'
import { getOffer, type Offer } from './get-offer.server'
import { lockJoinedCart } from './join-carts.server'
import { mostLines } from './schema'

export type AddToCartInput = {
  /** the secrets of her cookies; none when she has no basket yet */
  tokens: readonly string[]
  variantId: string
  /** 1 to 99 */
  quantity: number
  /** what she typed under the maker's questions */
  answers?: TypedAnswers
  /** what one cost on the page she came from; null or not given: what it costs now */
  seenFen?: bigint | null
}

/** `token` belongs into the cookie: a new one when the cart was made just now. `slug` is the piece's page. */
export type AddedToCart = { token: string; slug: string }

/**
 * Puts pieces of a variant into the basket, on top of what is there with the same answers; other answers are another line. The first piece makes the cart. Refuses an unknown variant (404), one that is
 * not on sale or sold out, more than there is or 99 (what she has stays), and more than 60 different pieces.
 */
export async function addToCart(input: AddToCartInput): Promise<AddedToCart> {
  if (input.tokens.length === 0) return beginCart(prisma, await readWanted(prisma, input), randomToken(16))
  return prisma.$transaction(async (tx) => addTo(tx, input.tokens, await readWanted(tx, input)))
}

/** What she wants, as it can be had now, with what she answered. */
type Wanted = {
  offer: Offer
  variantId: string
  quantity: number
  answers: WishAnswers
  key: string
  seenFen: bigint
}

/** Reads what may be put into a basket. Refuses an unknown variant (404), one that is not on sale or sold out, and answers that are missing. */
export async function readWanted(
  tx: Tx,
  { variantId, quantity, answers: typed = [], seenFen = null }: AddToCartInput,
): Promise<Wanted> {
  const offer = await getOffer(tx, variantId)
  if (offer.most === 0) throw new Refusal('shop.refusedSoldOut', 409)
  return {
    ...{ offer, variantId, quantity },
    ...checkAnswers(offer.wishes, typed),
    seenFen: seenFen ?? offer.priceFen,
  }
}

async function addTo(tx: Tx, tokens: readonly string[], wanted: Wanted): Promise<AddedToCart> {
  const cart = await lockJoinedCart(tx, tokens)
  if (!cart) return beginCart(tx, wanted, randomToken(16))
  const { offer, variantId, quantity, answers, key, seenFen } = wanted
  const { held, lines, isNewLine } = await findHeld(tx, { cartId: cart.id, variantId, answersKey: key })
  assertMost(offer, quantity, held)
  if (isNewLine && lines >= mostLines) throw new Refusal('shop.refusedFull', 409, { most: mostLines })
  await tx.$executeRaw`
    WITH touched AS (UPDATE "Cart" SET "updatedAt" = app_now() WHERE id = ${cart.id}::uuid)
    INSERT INTO "CartLine" ("cartId", "variantId", quantity, answers, "answersKey", "seenFen")
    VALUES (${cart.id}::uuid, ${variantId}::uuid, ${quantity}, ${JSON.stringify(answers)}::jsonb, ${key}, ${seenFen})
    ON CONFLICT ("cartId", "variantId", "answersKey") DO UPDATE
      SET quantity = "CartLine".quantity + ${quantity}, "seenFen" = excluded."seenFen"`
  return { token: cart.token, slug: offer.slug }
}

/** A new cart with its first line, opened by `token`, by one statement. Refuses more than there is. */
export async function beginCart(tx: Tx, wanted: Wanted, token: string): Promise<AddedToCart> {
  const { offer, variantId, quantity, answers, key, seenFen } = wanted
  assertMost(offer, quantity, 0)
  const [id] = orderedIds(1)
  await tx.$executeRaw`
    WITH cart AS (INSERT INTO "Cart" (id, "tokenHash") VALUES (${id}::uuid, ${tokenHash(token)}) RETURNING id)
    INSERT INTO "CartLine" ("cartId", "variantId", quantity, answers, "answersKey", "seenFen")
    SELECT id, ${variantId}::uuid, ${quantity}::int, ${JSON.stringify(answers)}::jsonb, ${key}, ${seenFen}::bigint FROM cart`
  return { token, slug: offer.slug }
}

function assertMost({ most }: Offer, quantity: number, held: number): void {
  if (held + quantity <= most) return
  throw held > 0
    ? new Refusal('shop.refusedOnlyMore', 409, { most, held })
    : new Refusal('shop.refusedOnly', 409, { most }, 'quantity')
}

type Line = { cartId: string; variantId: string; answersKey: string }

/** Pieces of the variant in her basket, whatever she answered; how many lines there are, and whether this one would be another. */
async function findHeld(
  tx: Tx,
  { cartId, variantId, answersKey }: Line,
): Promise<{ held: number; lines: number; isNewLine: boolean }> {
  const lines = await tx.cartLine.findMany({
    where: { cartId },
    select: { variantId: true, answersKey: true, quantity: true },
  })
  const own = lines.filter((line) => line.variantId === variantId)
  return {
    held: own.reduce((total, { quantity }) => total + quantity, 0),
    lines: lines.length,
    isNewLine: !own.some((line) => line.answersKey === answersKey),
  }
}
