import { tellApplicants } from '~/modules/applications/tell-applicants.server'
import { anchorAudit } from '~/modules/audit/anchor-audit.server'
import { linkAudit } from '~/modules/audit/link-audit.server'
import { tellCard, tellUsableCards } from '~/modules/card-notices/tell-card.server'
import { tellDictation } from '~/modules/catalog/tell-dictation.server'
import { completeOperations, runOperation } from '~/modules/due/operations.server'
import { runDue } from '~/modules/due/run-due.server'
import { sweepLeftovers } from '~/modules/due/sweep-leftovers.server'
import { finishAbsent } from '~/modules/handovers/finish-absent.server'
import { tellAbsences } from '~/modules/handovers/tell-absences.server'
import { tellHandovers } from '~/modules/handovers/tell-handovers.server'
import { sealCadrePhones } from '~/modules/households/seal-cadre-phones.server'
import { keepImpact } from '~/modules/impact/keep-impact.server'
import { sendOrderLetter } from '~/modules/letters/send-order-letter.server'
import { hashPictures } from '~/modules/media/hash-pictures.server'
import { makeAvif } from '~/modules/media/make-avif.server'
import { makeSampleAvif } from '~/modules/media/make-sample-avif.server'
import { sendNotice } from '~/modules/messages/send-notice.server'
import { applyPaymentEvent } from '~/modules/payments/apply-payment-event.server'
import { healPayments } from '~/modules/payments/heal-payments.server'
import { unpackArchive } from '~/modules/piece-lists/unpack-archive.server'
import { indexPlace } from '~/modules/places/index-place.server'
import { reconcileDaily } from '~/modules/reconciliation/reconcile-daily.server'
import { tellExpiring } from '~/modules/records/tell-expiring.server'
import { askCarriers } from '~/modules/tracking/ask-carriers.server'
import { startWorker } from '~/platform/jobs/boss.server'

/** The worker's table of contents: queue → verb. Every verb is idempotent. */
export function startJobs(): Promise<() => Promise<void>> {
  return startWorker({
    'payment-event': ({ eventId = '' }) => applyPaymentEvent({ eventId }),
    refund: ({ refundId = '' }) => runOperation('refund', refundId),
    'payout-transfer': ({ lineId = '' }) => runOperation('transfer', lineId),
    'transfer-reversal': ({ reversalId = '' }) => runOperation('reversal', reversalId),
    'picture-avif': ({ mediaId }) => (mediaId ? makeAvif({ mediaId }) : makeSampleAvif({ batch: 8 })),
    'photo-archive': ({ archiveId = '' }) => unpackArchive({ archiveId }),
    'order-letter': ({ orderId = '', about = '' }) => sendOrderLetter({ orderId, about }),
    'card-notice': ({ bankAccountId = '', about = '' }) => tellCard({ bankAccountId, about }),
    'dictation-notice': ({ revisionId = '' }) => tellDictation({ revisionId }),
    'message-notice': ({ messageId = '' }) => sendNotice({ messageId }),
    'place-search': ({ regionId = '' }) => indexPlace({ regionId }),
    due: async () => {
      await runDue()
      await completeOperations()
      await healPayments()
      await askCarriers()
      await tellUsableCards()
      await tellApplicants()
      await tellExpiring()
      await finishAbsent()
      await tellHandovers()
      await tellAbsences()
      await reconcileDaily()
      await linkAudit()
      await hashPictures({ batch: 200 })
      await keepImpact()
      await sealCadrePhones({ batch: 100 })
    },
    sweep: async () => {
      await sweepLeftovers()
      await anchorAudit()
    },
  })
}
