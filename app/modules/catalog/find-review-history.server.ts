import type { RevisionState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { changedFields } from './describe-field'
import { findStaffName } from './find-staff-name.server'
import { type ChangeReason, reasonOf } from './reasons'
import { ListingDraft, type ListingField } from './schema'

/** A step that was taken: who, when (ISO), and what she said. */
export type ReviewStep = {
  key: string
  state: RevisionState
  at: string
  by: string | null
  reason: { code: ChangeReason; text: string } | null
  /** handed in again: what differs from what stood there at the step before, photos included; null otherwise */
  changed: ListingField[] | null
}

const mostSteps = 40

/**
 * The latest steps of the piece's revisions, newest last; what stood in this revision at its last step (what the maker writes since then is hers alone until she
 * submits it); and what stood there when a change was last asked for before that.
 */
export async function findReviewHistory(
  tx: Tx,
  { revisionId, productId }: { revisionId: string; productId: string },
): Promise<{ history: ReviewStep[]; shown: unknown; lastAnswered: unknown }> {
  const events = await tx.listingEvent.findMany({
    where: { revision: { productId } },
    orderBy: { id: 'desc' },
    take: mostSteps,
    select: {
      id: true,
      revisionId: true,
      state: true,
      at: true,
      actorUserId: true,
      reasonCode: true,
      reasonText: true,
      content: true,
    },
  })
  const names = new Map<string, string | null>()
  for (const { actorUserId } of events)
    if (actorUserId && !names.has(actorUserId)) names.set(actorUserId, await findStaffName(tx, actorUserId))
  events.reverse()
  const history = events.map((event, at) => ({
    key: String(event.id),
    state: event.state,
    at: event.at.toISOString(),
    by: event.actorUserId ? (names.get(event.actorUserId) ?? null) : null,
    reason:
      event.state === 'changes_requested'
        ? { code: reasonOf(event.reasonCode), text: event.reasonText ?? '' }
        : null,
    changed: event.state === 'submitted' ? changedSince(events[at - 1]?.content, event.content) : null,
  }))
  const steps = events.filter((event) => event.revisionId === revisionId)
  const answered = steps.slice(0, -1).findLast(({ state }) => state === 'changes_requested')
  return { history, shown: steps.at(-1)?.content ?? null, lastAnswered: answered?.content ?? null }
}

function changedSince(before: unknown, now: unknown): ListingField[] | null {
  return before ? changedFields(ListingDraft.parse(before), ListingDraft.parse(now)) : null
}
