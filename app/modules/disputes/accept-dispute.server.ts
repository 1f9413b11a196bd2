import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { inScope } from '~/platform/db/in-scope.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { lockOpenDispute } from './lock-open-dispute.server'
import { recordAnswer } from './record-answer.server'
import { rereadDispute, tellProvider } from './tell-provider.server'

/** Gives the money up: the dispute is lost at once, and the loss is booked. It cannot be taken back. Refuses what `lockOpenDispute` refuses, and one that a colleague is on. */
export async function acceptDispute({
  actor,
  disputeId,
}: {
  actor: Actor
  disputeId: string
}): Promise<void> {
  await rereadDispute(disputeId)
  const { disputeRef } = await inScope(actor, async (tx) => {
    const dispute = await lockOpenDispute(tx, disputeId)
    await refuseHeld(tx, { actor, queue: 'dispute', subjectId: disputeId })
    await recordAudit(tx, { actor, action: 'dispute.accepted', subject: { type: 'Dispute', id: disputeId } })
    return dispute
  })
  const isTaken = await tellProvider(disputeRef, () =>
    paymentGateway().acceptDispute({ operationId: disputeId, disputeRef }),
  )
  await recordAnswer({ actor, disputeId, cause: 'accepted', isTaken })
}
