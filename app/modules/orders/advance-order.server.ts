import type { OrderStatus } from '~/generated/prisma/enums'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { orderSteps } from './status'

type Step = { orderId: string; to: OrderStatus; cause: string; actorUserId?: string | null }

const paid = Prisma.sql`"paidAt" = app_now(), "closedAt" = NULL`
const closed = Prisma.sql`"closedAt" = app_now()`

/** The only writer of Order.status. True when it moved; false when it was there already or may not go there. */
export async function advanceOrder(tx: Tx, step: Step): Promise<boolean> {
  const moved = await tx.$queryRaw<unknown[]>`WITH ${orderStepSql(step)} SELECT 1 FROM moved_order`
  return moved.length > 0
}

/** The step and its event as parts of a statement that moves more, to stand behind its WITH. */
export function orderStepSql({ orderId, to, cause, actorUserId = null }: Step): Prisma.Sql {
  return Prisma.sql`moved_order AS (
      UPDATE "Order" SET status = ${to}::"OrderStatus", ${to === 'paid' ? paid : closed}
      WHERE id = ${orderId}::uuid AND status::text = ANY (${sourcesOf(orderSteps, to)}::text[]) RETURNING id, status),
    order_event AS (INSERT INTO "OrderEvent" ("orderId", status, cause, "actorUserId") SELECT id, status, ${cause}, ${actorUserId}::uuid FROM moved_order)`
}
