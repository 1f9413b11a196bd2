import type Stripe from 'stripe'
import { fromSafeNumber } from '~/platform/money'
import type { DisputeSnapshot, DisputeState, EvidenceOrder, EvidenceUpload } from './disputes'
import { movementOf } from './stripe-balance.server'
import { allOf, answerOf, dateOf, idOf, markOf, secondsOf, unexpected } from './stripe-client.server'

/** https://docs.stripe.com/disputes/best-practices: one file. */
const MAX_FILE_BYTES = 5_000_000

export async function readDispute(stripe: Stripe, disputeRef: string): Promise<DisputeSnapshot> {
  return disputeSnapshot(await answerOf(() => stripe.disputes.retrieve(disputeRef)))
}

export async function listDisputes(
  stripe: Stripe,
  { createdAfter }: { createdAfter: Date },
): Promise<DisputeSnapshot[]> {
  const created = { gte: secondsOf(createdAfter) }
  const disputes = await allOf((paging) => stripe.disputes.list({ ...paging, created }))
  return disputes.map(disputeSnapshot)
}

export async function uploadEvidence(stripe: Stripe, upload: EvidenceUpload): Promise<{ fileRef: string }> {
  const { operationId, name, type, bytes: data } = upload
  if (data.length === 0 || data.length > MAX_FILE_BYTES) {
    throw new RangeError(`A file of evidence has 1 to ${MAX_FILE_BYTES} bytes.`)
  }
  const file = await answerOf(() =>
    stripe.files.create(
      { purpose: 'dispute_evidence', file: { data, name, type } },
      { idempotencyKey: `evidence-file:${operationId}` },
    ),
  )
  if (file.object !== 'file') throw unexpected('file')
  return { fileRef: file.id }
}

export async function submitEvidence(stripe: Stripe, order: EvidenceOrder): Promise<DisputeSnapshot> {
  const dispute = await answerOf(() =>
    stripe.disputes.update(
      order.disputeRef,
      {
        evidence: { ...order.texts, ...order.files },
        submit: order.submit,
        metadata: markOf(order.operationId),
      },
      { idempotencyKey: `evidence:${order.operationId}` },
    ),
  )
  return disputeSnapshot(dispute)
}

export async function acceptDispute(
  stripe: Stripe,
  { operationId, disputeRef }: { operationId: string; disputeRef: string },
): Promise<DisputeSnapshot> {
  const idempotencyKey = `dispute-close:${operationId}`
  return disputeSnapshot(await answerOf(() => stripe.disputes.close(disputeRef, {}, { idempotencyKey })))
}

function disputeSnapshot(dispute: Stripe.Dispute): DisputeSnapshot {
  if (dispute.object !== 'dispute') throw unexpected('dispute')
  const chargeRef = idOf(dispute.charge)
  if (chargeRef === null) throw unexpected('dispute.charge')
  const { evidence_details: details } = dispute
  return {
    disputeRef: dispute.id,
    paymentRef: idOf(dispute.payment_intent),
    chargeRef,
    state: disputeState(dispute.status),
    providerStatus: dispute.status,
    isInquiry: dispute.status.startsWith('warning_'),
    reason: dispute.reason,
    amount: fromSafeNumber(dispute.amount),
    currency: dispute.currency.toUpperCase(),
    created: dateOf(dispute.created),
    evidenceDueBy: details.due_by === null ? null : dateOf(details.due_by),
    hasEvidence: details.has_evidence,
    submissionCount: details.submission_count,
    movements: dispute.balance_transactions.map(movementOf),
  }
}

function disputeState(status: string): DisputeState {
  switch (status) {
    case 'needs_response':
    case 'warning_needs_response':
    case 'appeal_needs_response':
      return 'needs_response'
    case 'under_review':
    case 'warning_under_review':
    case 'appeal_under_review':
      return 'under_review'
    case 'won':
    case 'lost':
      return status
    case 'warning_closed':
    case 'prevented':
      return 'closed'
    default:
      return 'unknown'
  }
}
