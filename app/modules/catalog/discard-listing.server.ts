import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { dropVoice } from '~/modules/voices/drop-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { advanceProduct } from './advance-product.server'
import { lockDraft } from './lock-revision.server'

/** Puts away a piece that was never on sale; what was said about it is destroyed. Refuses one that is being read (take it back first) and one that has been in the shop. */
export async function discardListing({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    if (draft.productStatus !== 'draft') throw new Refusal('studio.hasBeenOnSale')
    await advanceProduct(tx, { productId, to: 'withdrawn' })
    await dropVoice(tx, productId, 'all')
    const subject = { type: 'Product', id: productId }
    await recordAct(tx, {
      actor,
      sellerId: draft.sellerId,
      scope: 'list',
      kind: 'listing.discarded',
      subject: { type: 'Product', id: productId },
    })
    await recordAudit(tx, { actor, onBehalfOfId: draft.onBehalfOfId, action: 'listing.discarded', subject })
  })
}
