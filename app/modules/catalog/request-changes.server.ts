import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { advanceRevision } from './advance-revision.server'
import { lockReview } from './lock-review.server'
import type { ChangeReason } from './reasons'

/**
 * A coordinator gives a listing of her region back to the maker, with a reason of the list and words she will read. `version` is what she read. Refuses what
 * lockReview refuses.
 */
export async function requestChanges({
  actor,
  revisionId,
  version,
  reasonCode,
  reasonText,
}: {
  actor: Actor
  revisionId: string
  version: number
  reasonCode: ChangeReason
  /** never empty: the reason's ready sentence when she wrote none */
  reasonText: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const review = await lockReview(tx, { actor, revisionId, version })
    const moved = await advanceRevision(tx, {
      ...review,
      to: 'changes_requested',
      actorUserId: actor.userId,
      reasonCode,
      reasonText,
    })
    if (!moved) throw new Refusal('errors.stale')
    const subject = { type: 'Product', id: review.productId }
    const action = 'listing.changes_requested'
    await recordAudit(tx, { actor, action, subject, reason: reasonText, detail: { revisionId, reasonCode } })
  })
}
