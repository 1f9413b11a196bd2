import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { getOffer } from './get-offer.server'

type SetCartQuantityInput = { cartId: string; variantId: string; quantity: number }

/** Changes how many of a piece lie in the basket. Refuses a line that is not hers (404) and more than there is; the old number stays then. */
export async function setCartQuantity({ cartId, variantId, quantity }: SetCartQuantityInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const where = { cartId_variantId: { cartId, variantId } }
    const line = await tx.cartLine.findUnique({ where, select: { variantId: true } })
    if (!line) throw notFound()
    const offer = await getOffer(tx, variantId)
    if (quantity > offer.most) {
      throw offer.most === 0
        ? new Refusal('shop.refusedSoldOut', 409)
        : new Refusal('shop.refusedOnly', 409, { most: offer.most }, 'quantity')
    }
    await tx.cartLine.updateMany({ where: { cartId, variantId }, data: { quantity } })
  })
}
