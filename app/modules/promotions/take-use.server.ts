import type { Tx } from '~/platform/db/prisma.server'

/** Who uses it: known again by her phone, and by her account when she has one. */
export type PromotionBuyer = { phoneIndex: Uint8Array<ArrayBuffer>; buyerPartyId: string | null }

/**
 * Takes a use of a promotion for an order that is about to be placed, before its pieces are held: whoever ends the order gives it back in the same order, so that none waits for another in a
 * circle. Answers what stands against it; then nothing may be written with it. The database counts (trigger promotion_is_used); here it is asked first, under the same locks.
 */
export async function lockUse(
  tx: Tx,
  { promotionId, phoneIndex, buyerPartyId }: PromotionBuyer & { promotionId: string },
): Promise<'free' | 'used_up' | 'used_by_buyer'> {
  const { mostUses, mostPerBuyer } = await tx.promotion.findUniqueOrThrow({
    where: { id: promotionId },
    select: { mostUses: true, mostPerBuyer: true },
  })
  if (mostUses !== null) {
    const [row] = await tx.$queryRaw<{ used: number }[]>`
      SELECT used FROM "Promotion" WHERE id = ${promotionId}::uuid FOR NO KEY UPDATE`
    if (!row || row.used >= mostUses) return 'used_up'
  }
  if (mostPerBuyer === null) return 'free'
  await tx.$executeRaw`SELECT promotion_turn(${promotionId}::uuid, ${phoneIndex}, ${buyerPartyId}::uuid)`
  const uses = await tx.promotionUse.count({
    where: {
      promotionId,
      givenBackAt: null,
      OR: [{ phoneIndex }, ...(buyerPartyId ? [{ buyerPartyId }] : [])],
    },
  })
  return uses >= mostPerBuyer ? 'used_by_buyer' : 'free'
}

/** A payment that came late takes the use again that its order had given back. False when another has it now; then nothing is changed. */
export async function retakeUse(tx: Tx, orderId: string): Promise<boolean> {
  const use = await tx.promotionUse.findUnique({ where: { orderId } })
  if (!use || use.givenBackAt === null) return true
  if ((await lockUse(tx, use)) !== 'free') return false
  await tx.promotionUse.update({ where: { orderId }, data: { givenBackAt: null } })
  return true
}
