import type { RevisionState } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import type { ListingDraft } from './schema'
import { revisionSteps } from './status'

type Step = {
  revisionId: string
  /** what the person saw when she decided */
  version: number
  content: ListingDraft
  actorUserId: string
} & (
  | { to: 'draft' | 'submitted' | 'approved' }
  | { to: 'changes_requested'; reasonCode: string; reasonText: string }
)

/**
 * The only writer of ListingRevision.state. Keeps what stood there at that step, so that differences can be shown for ever. False when the
 * revision has moved on or changed since: the caller says what that means.
 */
export async function advanceRevision(tx: Tx, step: Step): Promise<boolean> {
  const { revisionId, version, to, actorUserId } = step
  const { count } = await tx.listingRevision.updateMany({
    where: { id: revisionId, version, state: { in: sourcesOf<RevisionState>(revisionSteps, to) } },
    data: { state: to, ...(await marksOf(tx, step)) },
  })
  if (count === 0) return false
  const reason =
    step.to === 'changes_requested' ? { reasonCode: step.reasonCode, reasonText: step.reasonText } : {}
  await tx.listingEvent.create({
    data: { revisionId, state: to, actorUserId, content: step.content, ...reason },
  })
  return true
}

/** Who and when, on the row itself, for lists. A resubmission forgets the former answer: it stands in the events. */
async function marksOf(tx: Tx, step: Step) {
  const now = await appNow(tx)
  const { actorUserId } = step
  const nobody = { reviewedAt: null, reviewedById: null, reasonCode: null, reasonText: null }
  if (step.to === 'draft') return {}
  if (step.to === 'submitted') return { submittedAt: now, submittedById: actorUserId, ...nobody }
  const answer = { reviewedAt: now, reviewedById: actorUserId }
  if (step.to === 'changes_requested')
    return { ...answer, reasonCode: step.reasonCode, reasonText: step.reasonText }
  return { ...answer, reasonCode: null, reasonText: null }
}
