import type { RefundRoute } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

const dayLength = 24 * 60 * 60 * 1000

/** Days after the payment during which its provider still takes a refund; a method that is not named has no end. */
const windowDays: ReadonlyMap<string, number> = new Map([
  ['alipay', 90],
  ['wechat_pay', 180],
])

/** How money goes back now, and until when it can go back as it came; null = no end, or it never could. */
export type RefundWindow = { route: RefundRoute; until: Date | null }

/** Money goes back as it came, or by hand from the bank when it did not come over a page of the provider's or its time for refunds is over. */
export async function findRefundWindow(tx: Tx, paymentId: string): Promise<RefundWindow> {
  const { sessionId, method, paidAt } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { sessionId: true, method: true, paidAt: true },
  })
  if (!sessionId) return { route: 'bank', until: null }
  const days = windowDays.get(method ?? '')
  if (days === undefined || !paidAt) return { route: 'provider', until: null }
  const until = new Date(paidAt.getTime() + days * dayLength)
  return { route: (await appNow(tx)) < until ? 'provider' : 'bank', until }
}
