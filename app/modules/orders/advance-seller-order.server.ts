import type { SellerOrderStatus } from '~/generated/prisma/enums'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { sellerOrderSteps } from './status'

type Step = {
  sellerOrderId: string
  to: SellerOrderStatus
  cause: string
  actorUserId?: string | null
  /** the dates that belong to the step */
  data?: Prisma.SellerOrderUpdateManyMutationInput
}

/** The only writer of SellerOrder.status. True when it moved; false when it was there already or may not go there. */
export async function advanceSellerOrder(
  tx: Tx,
  { sellerOrderId, to, cause, actorUserId = null, data = {} }: Step,
): Promise<boolean> {
  const { count } = await tx.sellerOrder.updateMany({
    where: { id: sellerOrderId, status: { in: sourcesOf(sellerOrderSteps, to) } },
    data: { ...data, status: to },
  })
  if (count === 0) return false
  await tx.sellerOrderEvent.create({ data: { sellerOrderId, status: to, cause, actorUserId } })
  return true
}
