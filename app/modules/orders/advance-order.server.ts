import type { OrderStatus } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { orderSteps } from './status'

type Step = { orderId: string; to: OrderStatus; cause: string; actorUserId?: string | null }

/** The only writer of Order.status. True when it moved; false when it was there already or may not go there. */
export async function advanceOrder(
  tx: Tx,
  { orderId, to, cause, actorUserId = null }: Step,
): Promise<boolean> {
  const now = await appNow(tx)
  const { count } = await tx.order.updateMany({
    where: { id: orderId, status: { in: sourcesOf(orderSteps, to) } },
    data: { status: to, ...(to === 'paid' ? { paidAt: now, closedAt: null } : { closedAt: now }) },
  })
  if (count === 0) return false
  await tx.orderEvent.create({ data: { orderId, status: to, cause, actorUserId } })
  return true
}
