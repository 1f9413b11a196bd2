import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { type Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { laterOf, lockPromotions } from './add-promotion.server'

type EndInput = { actor: Actor; promotionId: string }

/** Ends a promotion now; orders that were placed with it keep it. Refuses one that has ended; 404 when there is none. */
export function endPromotion({ actor, promotionId }: EndInput): Promise<void> {
  return inScope(actor, (tx) => end(tx, { actor, where: { id: promotionId }, action: 'promotion.ended' }))
}

/** A maker does not agree to a promotion that she would bear, or no longer: it ends now. Somebody else's is a 404. */
export function declinePromotion({ actor, promotionId }: EndInput): Promise<void> {
  const where = { id: promotionId, bearer: 'seller', sellerId: { in: actor.sellerIds } } as const
  return prisma.$transaction((tx) => end(tx, { actor, where, action: 'promotion.declined' }))
}

type Ending = { actor: Actor; where: Prisma.PromotionWhereInput; action: string }

async function end(tx: Tx, { actor, where, action }: Ending): Promise<void> {
  await lockPromotions(tx)
  const promotion = await tx.promotion.findFirst({ where })
  if (!promotion) throw notFound()
  const now = await appNow(tx)
  const { id, validFrom } = promotion
  if (promotion.validTo <= now || promotion.validTo <= validFrom)
    throw new Refusal('promotion.alreadyEnded', 409)
  await tx.promotion.update({ where: { id }, data: { validTo: laterOf(now, validFrom) } })
  await recordAudit(tx, { actor, action, subject: { type: 'Promotion', id } })
}
