import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { dropVoice } from '~/modules/voices/drop-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { advanceProduct } from './advance-product.server'

/**
 * Takes a piece of hers away for good: its address says so from then on, what she said about it is destroyed, orders that were placed go on. Nobody can undo it: so it is paused first, and
 * nobody does it for her. Refuses a piece that is not paused, and whoever acts for somebody else.
 */
export async function removeListing({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const product = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } },
      select: { sellerId: true, status: true },
    })
    if (!product) throw notFound()
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: product.sellerId, scope: 'list' })
    if (onBehalfOfId !== null) throw new Refusal('studio.removeHerself', 403)
    if (product.status !== 'paused') throw new Refusal('studio.pauseFirst', 409)
    await advanceProduct(tx, { productId, to: 'withdrawn' })
    await dropVoice(tx, productId, 'all')
    await recordAudit(tx, {
      actor,
      action: 'listing.removed',
      subject: { type: 'Product', id: productId },
    })
  })
}
