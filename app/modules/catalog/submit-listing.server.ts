import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { advanceRevision } from './advance-revision.server'
import { findFaults } from './find-faults'
import { findWageTerms } from './find-wage-terms.server'
import { isLowWage } from './listing-wage'
import { lockOpenRevision } from './lock-revision.server'

/**
 * Hands her draft to the coordinator. Submitting what is submitted already changes nothing. Refuses an incomplete listing (422) and one that another
 * page has changed since she looked at it (409): `version` is what she saw. A new piece of a shop whose verification is over waits with her (409).
 */
export async function submitListing({
  actor,
  productId,
  version,
}: {
  actor: Actor
  productId: string
  version: number
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const draft = await lockOpenRevision(tx, { actor, productId })
    if (draft.state === 'submitted') return
    const shown = await tx.productMedia.count({
      where: { productId, product: { publishedAt: { not: null } } },
    })
    await refuseUnverified(tx, { productId, sellerId: draft.sellerId })
    const wageTerms = await findWageTerms(tx, draft)
    const faults = findFaults(draft.content, { shown, isLowWage: isLowWage(draft.content, wageTerms) })
    if (faults.length > 0) throw new Refusal('studio.notComplete', 422, { count: faults.length })
    const { revisionId, content } = draft
    const moved = await advanceRevision(tx, {
      revisionId,
      version,
      content,
      to: 'submitted',
      actorUserId: actor.userId,
    })
    if (!moved) throw new Refusal('errors.stale')
    await recordAct(tx, {
      actor,
      sellerId: draft.sellerId,
      scope: 'list',
      kind: 'listing.submitted',
      subject: { type: 'Product', id: productId },
    })
    await recordAudit(tx, {
      actor,
      onBehalfOfId: draft.onBehalfOfId,
      action: 'listing.submitted',
      subject: { type: 'Product', id: productId },
      detail: { revisionId },
    })
  })
}

/** What has been on sale may be changed all the same. */
async function refuseUnverified(
  tx: Tx,
  { productId, sellerId }: { productId: string; sellerId: string },
): Promise<void> {
  const { verifiedUntil } = await tx.seller.findUniqueOrThrow({
    where: { id: sellerId },
    select: { verifiedUntil: true },
  })
  if (verifiedUntil > (await appNow(tx))) return
  const shown = await tx.product.count({ where: { id: productId, publishedAt: { not: null } } })
  if (shown === 0) throw new Refusal('records.verificationOver')
}
