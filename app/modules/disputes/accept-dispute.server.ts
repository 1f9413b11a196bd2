import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { lockOpenDispute } from './lock-open-dispute.server'
import { recordAnswer } from './record-answer.server'
import { rereadDispute, tellProvider } from './tell-provider.server'

/** Gives the money up: the dispute is lost at once, and the loss is booked. It cannot be taken back. Refuses what `lockOpenDispute` refuses. */
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
    await recordAudit(tx, { actor, action: 'dispute.accepted', subject: { type: 'Dispute', id: disputeId } })
    return dispute
  })
  const isTaken = await tellProvider(disputeRef, () =>
    paymentGateway().acceptDispute({ operationId: disputeId, disputeRef }),
  )
  await recordAnswer({ actor, disputeId, cause: 'accepted', isTaken })
}
