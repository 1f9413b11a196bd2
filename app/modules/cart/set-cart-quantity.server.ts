import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { getOffer } from './get-offer.server'

type SetCartQuantityInput = {
  cartId: string
  variantId: string
  answersKey?: string
  quantity: number
  /** where the number was typed */
  field?: string
}

/** Changes how many of a piece lie in the basket. Refuses a line that is not hers (404), a piece that cannot be had any more, which the basket shows where it lies, and more than there is; the old number stays then. */
export async function setCartQuantity({
  cartId,
  variantId,
  answersKey = '',
  quantity,
  field = 'quantity',
}: SetCartQuantityInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const lines = await tx.cartLine.findMany({
      where: { cartId, variantId },
      select: { answersKey: true, quantity: true },
    })
    if (lines.every((line) => line.answersKey !== answersKey)) throw notFound()
    const { most } = await getOffer(tx, variantId, 'shop.refusedGone')
    if (most === 0) throw new Refusal('shop.refusedGone', 409)
    const beside = lines.reduce((sum, line) => sum + (line.answersKey === answersKey ? 0 : line.quantity), 0)
    const left = most - beside
    if (quantity > left)
      throw left > 0
        ? new Refusal('shop.refusedOnly', 409, { most: left }, field)
        : new Refusal('shop.refusedOnlyMore', 409, { most, held: beside }, field)
    await tx.cartLine.updateMany({ where: { cartId, variantId, answersKey }, data: { quantity } })
  })
}
