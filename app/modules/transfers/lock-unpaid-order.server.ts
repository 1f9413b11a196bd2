import { lockOrder } from '~/modules/orders/close-order.server'
import { appNow } from '~/platform/db/clock.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

const select = {
  id: true,
  state: true,
  amountFen: true,
  order: { select: { status: true, placedAt: true, payBy: true, currency: true, country: true } },
  payments: { orderBy: { attempt: 'desc' }, select: { id: true, attempt: true, gateway: true, state: true } },
} as const satisfies Prisma.OrderDueSelect

/**
 * Locks an unpaid order and its due, so that expiry, payment, another tab and the opening of a card page take turns, and answers them with the shop's present time. Refuses
 * one that is paid, closed, or past its time.
 */
export async function lockUnpaidOrder(tx: Tx, orderId: string) {
  await lockOrder(tx, orderId)
  await tx.$executeRaw`SELECT 1 FROM "OrderDue" WHERE "orderId" = ${orderId}::uuid FOR UPDATE`
  const due = await tx.orderDue.findFirstOrThrow({ where: { orderId, kind: 'full' }, select })
  const now = await appNow(tx)
  if (due.state === 'paid') throw new Refusal('order.alreadyPaid', 409)
  if (due.order.status !== 'pending_payment' || due.order.payBy <= now)
    throw new Refusal('order.payTimeOver', 409)
  return { due, now, open: due.payments.filter(({ state }) => state === 'created' || state === 'open') }
}
