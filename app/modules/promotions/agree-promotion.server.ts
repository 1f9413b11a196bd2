import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockPromotions } from './add-promotion.server'

/** A maker agrees to bear a promotion of her own goods; from then on it is in force on its days. Refuses one that has ended or that she has agreed to; somebody else's is a 404. */
export function agreePromotion({ actor, promotionId }: { actor: Actor; promotionId: string }): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await lockPromotions(tx)
    const promotion = await tx.promotion.findFirst({
      where: { id: promotionId, bearer: 'seller', sellerId: { in: actor.sellerIds } },
    })
    if (!promotion) throw notFound()
    const now = await appNow(tx)
    if (promotion.validTo <= now || promotion.validTo <= promotion.validFrom)
      throw new Refusal('promotion.alreadyEnded', 409)
    if (promotion.agreedAt) throw new Refusal('promotion.alreadyAgreed', 409)
    const agreed = { agreedAt: now, agreedById: actor.userId }
    await tx.promotion.update({ where: { id: promotionId }, data: agreed })
    await recordAudit(tx, {
      actor,
      action: 'promotion.agreed',
      subject: { type: 'Promotion', id: promotionId },
    })
  })
}
