import type { TypedAnswers } from '~/modules/catalog/wishes'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { checkAnswers } from './check-answers.server'
import { getOffer } from './get-offer.server'
import { lockJoinedCart } from './join-carts.server'
import { mostLines } from './schema'

type AddToCartInput = {
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
export async function addToCart({
  tokens,
  variantId,
  quantity,
  answers: typed = [],
  seenFen = null,
}: AddToCartInput): Promise<AddedToCart> {
  return prisma.$transaction(async (tx) => {
    const offer = await getOffer(tx, variantId)
    if (offer.most === 0) throw new Refusal('shop.refusedSoldOut', 409)
    const { answers, key } = await checkAnswers(tx, { variantId, typed })
    const cart = await lockOrCreateCart(tx, tokens)
    const { held, lines, isNewLine } = await findHeld(tx, { cartId: cart.id, variantId, answersKey: key })
    if (held + quantity > offer.most) {
      throw held > 0
        ? new Refusal('shop.refusedOnlyMore', 409, { most: offer.most, held })
        : new Refusal('shop.refusedOnly', 409, { most: offer.most }, 'quantity')
    }
    if (isNewLine && lines >= mostLines) throw new Refusal('shop.refusedFull', 409, { most: mostLines })
    await tx.$executeRaw`
      INSERT INTO "CartLine" ("cartId", "variantId", quantity, answers, "answersKey", "seenFen")
      VALUES (${cart.id}::uuid, ${variantId}::uuid, ${quantity}, ${JSON.stringify(answers)}::jsonb, ${key}, ${seenFen ?? offer.priceFen})
      ON CONFLICT ("cartId", "variantId", "answersKey") DO UPDATE
        SET quantity = "CartLine".quantity + ${quantity}, "seenFen" = excluded."seenFen"`
    return { token: cart.token, slug: offer.slug }
  })
}

/** The cart of her secrets, locked, so that two tabs count one after the other; a new one when they open none. */
async function lockOrCreateCart(tx: Tx, tokens: readonly string[]): Promise<{ id: string; token: string }> {
  const joined = await lockJoinedCart(tx, tokens)
  if (joined) {
    await tx.$executeRaw`UPDATE "Cart" SET "updatedAt" = app_now() WHERE id = ${joined.id}::uuid`
    return joined
  }
  const fresh = randomToken(16)
  const cart = await tx.cart.create({ data: { tokenHash: tokenHash(fresh) }, select: { id: true } })
  return { id: cart.id, token: fresh }
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
