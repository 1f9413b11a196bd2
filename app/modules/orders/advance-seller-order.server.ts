import type { ReceivedHow, SellerOrderStatus } from '~/generated/prisma/enums'
import { assignments } from '~/platform/db/assignments'
import type { Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { sellerOrderSteps } from './status'

type Step = {
  sellerOrderId: string
  to: SellerOrderStatus
  cause: string
  actorUserId?: string | null
  /** the dates that belong to the step */
  data?: {
    shipBy?: Date
    shippedAt?: Date
    receivedAt?: Date
    receivedHow?: ReceivedHow
    completeAfter?: Date
    completedAt?: Date
    cancelledAt?: Date
  }
}

/** The only writer of SellerOrder.status. True when it moved; false when it was there already or may not go there. */
export async function advanceSellerOrder(
  tx: Tx,
  { sellerOrderId, to, cause, actorUserId = null, data = {} }: Step,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    WITH moved AS (
      UPDATE "SellerOrder" SET ${assignments({ ...data, status: to })}
      WHERE id = ${sellerOrderId}::uuid AND status::text = ANY (${sourcesOf(sellerOrderSteps, to)}::text[]) RETURNING id, status)
    INSERT INTO "SellerOrderEvent" ("sellerOrderId", status, cause, "actorUserId") SELECT id, status, ${cause}, ${actorUserId}::uuid FROM moved`
  return moved > 0
}
