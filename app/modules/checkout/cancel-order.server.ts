import { answersKey } from '~/modules/cart/answers-key.server'
import { WishAnswers } from '~/modules/catalog/wishes'
import { closeOrder } from '~/modules/orders/close-order.server'
import { closePaymentPages } from '~/modules/payments/expire-unpaid-orders.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

type CancelInput = { orderId: string; userId: string | null; cartId: string | null }

/**
 * The buyer gives up an unpaid order: its payment page is closed first, the pieces and the promotion are freed and go back into her cart. Refuses an order that was
 * paid meanwhile.
 */
export async function cancelOrder({ orderId, userId, cartId }: CancelInput): Promise<void> {
  await closePaymentPages(orderId)
  const closed = await closeOrder({ orderId, to: 'cancelled', cause: 'buyer', actorUserId: userId })
  const order = await prisma.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })
  if (order.status === 'paid') throw new Refusal('order.alreadyPaid', 409)
  if (closed && cartId) await refillCart(orderId, cartId)
}

async function refillCart(orderId: string, cartId: string): Promise<void> {
  const lines = await inScope({ job: 'order_access' }, (tx) =>
    tx.orderLine.findMany({
      where: { sellerOrder: { orderId }, variantId: { not: null } },
      select: { variantId: true, quantity: true, priceFen: true, said: { select: { answers: true } } },
    }),
  )
  const data = lines.flatMap(({ variantId, quantity, priceFen, said }) => {
    const answers = WishAnswers.parse(said?.answers ?? [])
    const line = {
      cartId,
      quantity: Math.min(quantity, 99),
      answers,
      answersKey: answersKey(answers),
      seenFen: priceFen,
    }
    return variantId ? [{ ...line, variantId }] : []
  })
  await prisma.cartLine.createMany({ data, skipDuplicates: true })
  const use = await prisma.promotionUse.findUnique({
    where: { orderId },
    select: { promotion: { select: { code: true } } },
  })
  if (use?.promotion.code)
    await prisma.cart.updateMany({
      where: { id: cartId, promoCode: null },
      data: { promoCode: use.promotion.code },
    })
}
