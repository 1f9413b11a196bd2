import { cleanCode } from '~/modules/promotions/promo-code'
import { prisma } from '~/platform/db/prisma.server'

/**
 * Whether a checkout form is about the promotion code: its button was pressed, or another code stands in the field than lies with the basket. Then the code is looked at first and the new
 * total shown, before anything is placed.
 */
export async function bringsCode(cartId: string, sent: FormData): Promise<boolean> {
  if (sent.has('applyCode')) return true
  const typed = sent.get('promoCode')
  if (typeof typed !== 'string') return false
  const cart = await prisma.cart.findUnique({ where: { id: cartId }, select: { promoCode: true } })
  return cleanCode(typed) !== (cart?.promoCode ?? '')
}
