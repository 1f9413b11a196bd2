import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type DecideFlagInput = {
  actor: Actor
  sellerOrderId: string
  decision: 'counted' | 'left_out'
  reason: string
}

/**
 * A coordinator decides whether a flagged sale of her region counts in statistics. Once: a second decision is refused (409), and so is one that a colleague is on, and one about a sale in which she, or somebody of
 * her own, is the buyer or the seller (403). A sale outside her region is not found.
 */
export async function decideFlag({ actor, sellerOrderId, decision, reason }: DecideFlagInput): Promise<void> {
  await inScope(actor, async (tx) => {
    const flag = await tx.orderFlag.findUnique({ where: { sellerOrderId }, select: { decision: true } })
    if (!flag) throw notFound()
    // in turn with what is given back of it: sums of its days are reckoned once after the other
    await lockSellerOrder(tx, sellerOrderId)
    await tx.$executeRaw`SELECT 1 FROM "OrderFlag" WHERE "sellerOrderId" = ${sellerOrderId}::uuid FOR UPDATE`
    await refuseHeld(tx, { actor, queue: 'flag', subjectId: sellerOrderId })
    if (await isHerOwn(tx, actor, sellerOrderId)) throw new Refusal('flags.ownSale', 403)
    const { count } = await tx.orderFlag.updateMany({
      where: { sellerOrderId, decision: null },
      data: { decision, reason, decidedById: actor.userId, decidedAt: await appNow(tx) },
    })
    if (count === 0) throw new Refusal('flags.decided', 409)
    await recordAudit(tx, {
      actor,
      action: `flag.${decision}`,
      subject: { type: 'SellerOrder', id: sellerOrderId },
      reason,
    })
  })
}

/** Whether she, or one of her household, stands on either side of a sale; the database refuses the same (trigger flag_is_decided_once). */
async function isHerOwn(tx: Tx, { personId }: Actor, sellerOrderId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isHers: boolean }[]>`
    SELECT sale_concerns(${sellerOrderId}::uuid, ${personId}::uuid) AS "isHers"`
  return row?.isHers ?? true
}
