import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { advanceRevision } from './advance-revision.server'
import { findFaults } from './find-faults'
import { findLacking } from './find-lacking.server'
import { findWageTerms } from './find-wage-terms.server'
import { hasVoice } from './has-voice.server'
import { isLowWage } from './listing-wage'
import { lockOpenRevision, type OpenRevision } from './lock-revision.server'
import { dictationState, unwritten } from './spoken-words'

/**
 * Hands her draft to the coordinator: to be reviewed, or, where words are missing that she has spoken, to be typed up first ('spoken'). Submitting what is submitted already changes nothing. Refuses an
 * incomplete listing (422) and one that another page has changed since she looked at it (409): `version` is what she saw. A new piece of a shop whose verification is over waits with her (409).
 */
export async function submitListing({
  actor,
  productId,
  version,
}: {
  actor: Actor
  productId: string
  version: number
}): Promise<'submitted' | 'spoken'> {
  return inScope(actor, async (tx) => {
    const draft = await lockOpenRevision(tx, { actor, productId })
    if (draft.state === 'submitted') return 'submitted'
    const shown = await tx.productMedia.count({
      where: { productId, product: { publishedAt: { not: null } } },
    })
    await refuseUnverified(tx, { productId, sellerId: draft.sellerId })
    const wageTerms = await findWageTerms(tx, draft)
    const isSpoken = unwritten(draft.content).length > 0 && (await hasVoice(tx, productId))
    const faults = findFaults(draft.content, {
      shown,
      isLowWage: isLowWage(draft.content, wageTerms),
      hasVoice: isSpoken,
      lacking: await findLacking(tx, draft, 'zh-CN'),
    })
    if (faults.length > 0) throw new Refusal('studio.notComplete', 422, { count: faults.length })
    const { revisionId, content } = draft
    if (isSpoken) {
      if (version !== draft.version) throw new Refusal('errors.stale')
      await handInSpoken(tx, { actor, draft })
      return 'spoken'
    }
    // what she has written herself needs nobody to type it up
    await tx.dictation.deleteMany({ where: { revisionId, confirmedAt: null } })
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
    return 'submitted'
  })
}

/** It waits at the desk to be typed up, once; the draft stays hers to write in. */
async function handInSpoken(tx: Tx, { actor, draft }: { actor: Actor; draft: OpenRevision }): Promise<void> {
  const { revisionId, productId, sellerId, onBehalfOfId } = draft
  const standing = await tx.dictation.findUnique({
    where: { revisionId },
    select: { typedAt: true, confirmedAt: true },
  })
  if (dictationState(standing) !== null) return
  await tx.dictation.deleteMany({ where: { revisionId } })
  await tx.dictation.create({ data: { revisionId }, select: { revisionId: true } })
  const subject = { type: 'Product', id: productId } as const
  await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'listing.submitted', subject })
  await recordAudit(tx, { actor, onBehalfOfId, action: 'listing.spoken', subject, detail: { revisionId } })
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
