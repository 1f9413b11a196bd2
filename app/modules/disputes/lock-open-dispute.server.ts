import type { DisputeState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

/**
 * Locks a dispute that can still be answered: until the transaction ends nobody adds to its evidence. Refuses, in words, one that was answered, has ended or whose
 * deadline has passed (real time: the provider knows nothing of the demo's clock); 404 when there is none.
 */
export async function lockOpenDispute(tx: Tx, disputeId: string): Promise<{ disputeRef: string }> {
  const [dispute] = await tx.$queryRaw<Locked[]>`
    SELECT "providerRef" AS "disputeRef", state::text AS state, "evidenceDueBy", "submittedAt" FROM "Dispute"
    WHERE id = ${disputeId}::uuid FOR UPDATE`
  if (!dispute) throw notFound()
  const { state, submittedAt, evidenceDueBy } = dispute
  if (state === 'under_review') throw new Refusal('dispute.alreadySubmitted', 409)
  if (state !== 'needs_response')
    throw new Refusal(submittedAt ? 'dispute.ended' : 'dispute.endedUnanswered', 409)
  if (evidenceDueBy && evidenceDueBy <= new Date()) throw new Refusal('dispute.deadlineOver', 409)
  return { disputeRef: dispute.disputeRef }
}

type Locked = {
  disputeRef: string
  state: DisputeState
  evidenceDueBy: Date | null
  submittedAt: Date | null
}
