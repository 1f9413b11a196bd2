import type { ReconciliationSource } from '~/generated/prisma/enums'
import { Refusal } from '~/platform/errors'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { runReconciliation } from './run-reconciliation.server'

/** The comparison that a person asks for. Says so when the provider cannot be reached. */
export async function compareNow({ source }: { source: ReconciliationSource }): Promise<void> {
  try {
    await runReconciliation({ source })
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    throw new Refusal('reconciliation.unreachable', 503)
  }
}
