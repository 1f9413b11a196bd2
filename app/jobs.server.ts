import { runDue } from '~/modules/due/run-due.server'
import { sweepLeftovers } from '~/modules/due/sweep-leftovers.server'
import { makeAvif } from '~/modules/media/make-avif.server'
import { applyPaymentEvent } from '~/modules/payments/apply-payment-event.server'
import { healPayments } from '~/modules/payments/heal-payments.server'
import { sendRefund } from '~/modules/payments/send-refund.server'
import { sendReversal } from '~/modules/payouts/send-reversal.server'
import { sendTransfer } from '~/modules/payouts/send-transfer.server'
import { reconcileDaily } from '~/modules/reconciliation/reconcile-daily.server'
import { startWorker } from '~/platform/jobs/boss.server'

/** The worker's table of contents: queue → verb. Every verb is idempotent. */
export function startJobs(): Promise<() => Promise<void>> {
  return startWorker({
    'payment-event': ({ eventId = '' }) => applyPaymentEvent({ eventId }),
    refund: ({ refundId = '' }) => sendRefund({ refundId }),
    'payout-transfer': ({ lineId = '' }) => sendTransfer({ lineId }),
    'transfer-reversal': ({ reversalId = '' }) => sendReversal({ reversalId }),
    'picture-avif': ({ mediaId = '' }) => makeAvif({ mediaId }),
    due: async () => {
      await runDue()
      await healPayments()
      await reconcileDaily()
    },
    sweep: () => sweepLeftovers(),
  })
}
