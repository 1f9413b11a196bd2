import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockOpenDispute } from './lock-open-dispute.server'

type AnswerInput = {
  actor: Actor
  disputeId: string
  cause: 'submitted' | 'accepted'
  /** the provider took it */
  isTaken: boolean
}

/**
 * Writes down whose answer the provider took; the dispute has been read again before. Refuses, in the words of its present state, when the provider refused or a colleague
 * was quicker.
 */
export function recordAnswer({ actor, disputeId, cause, isTaken }: AnswerInput): Promise<void> {
  return inScope(actor, async (tx) => {
    if (!isTaken) {
      await lockOpenDispute(tx, disputeId)
      throw new Refusal('dispute.refusedThere', 409)
    }
    await tx.$executeRaw`SELECT 1 FROM "Dispute" WHERE id = ${disputeId}::uuid FOR UPDATE`
    const { state, events } = await tx.dispute.findUniqueOrThrow({
      where: { id: disputeId },
      select: { state: true, events: { where: { cause }, select: { actorUserId: true } } },
    })
    const [first] = events
    if (!first) await tx.disputeEvent.create({ data: { disputeId, state, actorUserId: actor.userId, cause } })
    else if (first.actorUserId !== actor.userId)
      throw new Refusal(cause === 'submitted' ? 'dispute.alreadySubmitted' : 'dispute.ended', 409)
  })
}
