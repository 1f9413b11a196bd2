import type { RefundRoute } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

const dayLength = 24 * 60 * 60 * 1000

/** Days after the payment during which its provider still takes a refund; a method that is not named has no end. */
const windowDays: ReadonlyMap<string, number> = new Map([
  ['alipay', 90],
  ['wechat_pay', 180],
])

/** How money goes back: as it came, or by hand from the bank when it did not come over a page of the provider's or its time for refunds is over. */
export async function routeOfRefund(tx: Tx, paymentId: string): Promise<RefundRoute> {
  const { sessionId, method, paidAt } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { sessionId: true, method: true, paidAt: true },
  })
  if (!sessionId) return 'bank'
  const days = windowDays.get(method ?? '')
  if (days === undefined || !paidAt) return 'provider'
  const age = (await appNow(tx)).getTime() - paidAt.getTime()
  return age < days * dayLength ? 'provider' : 'bank'
}
