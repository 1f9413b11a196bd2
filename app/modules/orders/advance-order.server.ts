import type { OrderStatus } from '~/generated/prisma/enums'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { orderSteps } from './status'

type Step = { orderId: string; to: OrderStatus; cause: string; actorUserId?: string | null }

const paid = Prisma.sql`"paidAt" = app_now(), "closedAt" = NULL`
const closed = Prisma.sql`"closedAt" = app_now()`

/** The only writer of Order.status. True when it moved; false when it was there already or may not go there. */
export async function advanceOrder(
  tx: Tx,
  { orderId, to, cause, actorUserId = null }: Step,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    WITH moved AS (
      UPDATE "Order" SET status = ${to}::"OrderStatus", ${to === 'paid' ? paid : closed}
      WHERE id = ${orderId}::uuid AND status::text = ANY (${sourcesOf(orderSteps, to)}::text[]) RETURNING id, status)
    INSERT INTO "OrderEvent" ("orderId", status, cause, "actorUserId") SELECT id, status, ${cause}, ${actorUserId}::uuid FROM moved`
  return moved > 0
}
