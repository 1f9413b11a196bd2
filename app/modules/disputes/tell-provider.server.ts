import { syncDispute } from '~/modules/payments/sync-dispute.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { log } from '~/platform/log.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'

/** How a dispute stands with the provider, read again and written down. Says so when the provider cannot be reached; 404 when there is none. */
export async function rereadDispute(disputeId: string): Promise<void> {
  const dispute = await prisma.dispute.findUnique({
    where: { id: disputeId },
    select: { providerRef: true },
  })
  if (!dispute) throw notFound()
  await tellProvider(dispute.providerRef, async () => {})
}

/**
 * One command to the provider, after which the dispute is read again, also when the command was refused: then its state says why. False when it was refused. When no
 * answer came nobody knows whether it happened: the refusal says that pressing again does no harm.
 */
export async function tellProvider(disputeRef: string, command: () => Promise<unknown>): Promise<boolean> {
  try {
    const isTaken = await commanded(command)
    await syncDispute(disputeRef)
    return isTaken
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    log.error('dispute.unreachable', error, { reason: error.message })
    throw new Refusal('dispute.unreachable', 503)
  }
}

async function commanded(command: () => Promise<unknown>): Promise<boolean> {
  try {
    await command()
    return true
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || error.failure !== 'refused') throw error
    log.warn('dispute.refused', { reason: error.message })
    return false
  }
}
