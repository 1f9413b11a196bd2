import type { BalanceMovement } from './balance'

/**
 * - `needs_response`: evidence can be given until `evidenceDueBy`; silence loses.
 * - `under_review`: the buyer's bank decides; nothing can be added.
 * - `closed`: an inquiry that ended, or a dispute that was prevented, without anybody winning.
 * - `unknown`: a word that this code was not written for; the provider's own stands in `providerStatus`.
 */
export type DisputeState = 'needs_response' | 'under_review' | 'won' | 'lost' | 'closed' | 'unknown'

export interface DisputeSnapshot {
  disputeRef: string
  paymentRef: string | null
  chargeRef: string
  state: DisputeState
  providerStatus: string
  /** The bank only asks: no money has been taken (yet). */
  isInquiry: boolean
  /** The provider's word: `fraudulent`, `product_not_received` … */
  reason: string
  /** In the buyer's currency; may be less than the payment. */
  amount: bigint
  currency: string
  created: Date
  evidenceDueBy: Date | null
  hasEvidence: boolean
  submissionCount: number
  /** What it has cost so far: the withdrawal with its fee and, when it is won, the return. */
  movements: readonly BalanceMovement[]
}

/** The texts that the provider passes on to the bank; each at most 20 000 characters, all together 150 000. */
export type EvidenceText =
  | 'product_description'
  | 'customer_name'
  | 'customer_email_address'
  | 'billing_address'
  | 'shipping_address'
  | 'shipping_carrier'
  | 'shipping_date'
  | 'shipping_tracking_number'
  | 'refund_policy_disclosure'
  | 'refund_refusal_explanation'
  | 'cancellation_policy_disclosure'
  | 'cancellation_rebuttal'
  | 'uncategorized_text'

/** The places for files that were sent by `uploadEvidence`. */
export type EvidenceFile =
  | 'receipt'
  | 'customer_communication'
  | 'customer_signature'
  | 'shipping_documentation'
  | 'service_documentation'
  | 'refund_policy'
  | 'cancellation_policy'
  | 'uncategorized_file'

export interface EvidenceOrder {
  /** Our id of this submission. The same id again is the same submission. */
  operationId: string
  disputeRef: string
  /** An empty one takes back what an earlier draft said. */
  texts: Readonly<Partial<Record<EvidenceText, string>>>
  /** `fileRef`s; an empty one takes back the file of an earlier draft. */
  files: Readonly<Partial<Record<EvidenceFile, string>>>
  /** False keeps a draft; true sends it to the bank, once and for good. */
  submit: boolean
}

export interface EvidenceUpload {
  operationId: string
  name: string
  type: 'application/pdf' | 'image/jpeg' | 'image/png'
  bytes: Uint8Array
}
