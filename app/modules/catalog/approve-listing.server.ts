import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { advanceRevision } from './advance-revision.server'
import { applyListing } from './apply-listing.server'
import { findFaults } from './find-faults'
import { findPreChecks } from './find-pre-checks.server'
import { lockReview, type Review } from './lock-review.server'
import { asksToBeRead } from './pre-checks'
import { ApprovableListing } from './schema'

/**
 * A coordinator approves a listing of her region: it is in the shop when this returns. `version` is what she read; English is shown only when she says that she
 * has read it. Refuses what
 * lockReview refuses, with `onlyClean` one in which the rules found something (she has not opened it), and a listing that lacks what today's rules ask for (it was submitted under others).
 */
export async function approveListing({
  actor,
  revisionId,
  version,
  isEnglishReviewed,
  onlyClean = false,
}: {
  actor: Actor
  revisionId: string
  version: number
  isEnglishReviewed: boolean
  onlyClean?: boolean
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const review = await lockReview(tx, { actor, revisionId, version })
    if (onlyClean && !(await isClean(tx, review))) throw new Refusal('bulk.notClean')
    const faults = findFaults(review.content).filter(({ field }) => field !== 'photos')
    if (faults.length > 0) throw new Refusal('desk.incomplete', 422)
    const moved = await advanceRevision(tx, { ...review, to: 'approved', actorUserId: actor.userId })
    if (!moved) throw new Refusal('errors.stale')
    await applyListing(tx, {
      productId: review.productId,
      revisionId,
      content: ApprovableListing.parse(review.content),
      isEnglishReviewed,
      reviewerId: actor.userId,
      now: await appNow(tx),
    })
    const subject = { type: 'Product', id: review.productId }
    await recordAudit(tx, { actor, action: 'listing.approved', subject, detail: { revisionId } })
  })
}

async function isClean(tx: Tx, review: Review): Promise<boolean> {
  const findings = await findPreChecks(tx, [review])
  return !asksToBeRead(findings.get(review.revisionId) ?? [], review.content)
}
