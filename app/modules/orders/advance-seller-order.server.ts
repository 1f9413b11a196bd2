import type { ReceivedHow, SellerOrderStatus } from '~/generated/prisma/enums'
import type { Day } from '~/platform/calendar'
import { assignments } from '~/platform/db/assignments'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
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

/** All parcels of an order that is paid, each with the day by which it leaves, as parts of a statement that moves more, to stand behind its WITH. */
export function toShipSql(parcels: readonly { id: string; shipBy: Day }[], cause: string): Prisma.Sql {
  return Prisma.sql`moved_part AS (
      UPDATE "SellerOrder" s SET status = 'to_ship',
        "shipBy" = (SELECT p."shipBy" FROM jsonb_to_recordset(${JSON.stringify(parcels)}::jsonb) AS p(id uuid, "shipBy" date) WHERE p.id = s.id)
      WHERE s.id = ANY ((SELECT ${parcels.map(({ id }) => id)}::uuid[])::uuid[]) AND s.status::text = ANY (${sourcesOf(sellerOrderSteps, 'to_ship')}::text[]) RETURNING s.id, s.status),
    part_event AS (INSERT INTO "SellerOrderEvent" ("sellerOrderId", status, cause) SELECT id, status, ${cause} FROM moved_part)`
}
