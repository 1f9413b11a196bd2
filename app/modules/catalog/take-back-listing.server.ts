import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { inScope } from '~/platform/db/in-scope.server'
import { advanceRevision } from './advance-revision.server'
import { lockOpenRevision } from './lock-revision.server'
import { isWritable } from './status'

/** Takes a submitted listing back to write on it, as long as nobody has decided; one that is hers to write in already stays as it is. */
export async function takeBackListing({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const revision = await lockOpenRevision(tx, { actor, productId })
    if (isWritable(revision.state)) return
    const { revisionId, version, content, onBehalfOfId } = revision
    await advanceRevision(tx, { revisionId, version, content, to: 'draft', actorUserId: actor.userId })
    const subject = { type: 'Product', id: productId }
    await recordAct(tx, {
      actor,
      sellerId: revision.sellerId,
      scope: 'list',
      kind: 'listing.taken_back',
      subject: { type: 'Product', id: productId },
    })
    await recordAudit(tx, {
      actor,
      onBehalfOfId,
      action: 'listing.taken_back',
      subject,
      detail: { revisionId },
    })
  })
}
