import { prisma } from '~/platform/db/prisma.server'

/** Takes a piece out of the basket. Taking out what is not there changes nothing. */
export async function removeFromCart({
  cartId,
  variantId,
  answersKey = '',
}: {
  cartId: string
  variantId: string
  answersKey?: string
}): Promise<void> {
  await prisma.cartLine.deleteMany({ where: { cartId, variantId, answersKey } })
}
