import type Stripe from 'stripe'
import { type Charge, type Dispute, newId } from './state'

interface Claim {
  amount: number
  /** Stripe's word: https://docs.stripe.com/disputes/categories */
  reason: string
  isInquiry: boolean
  created: number
  dueBy: number
}

/** The texts and files that evidence is made of, all empty. */
export const emptyEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}

export function newDispute(charge: Charge, claim: Claim): Dispute {
  const brand = charge.payment_method_details?.card?.brand ?? 'visa'
  const networkReason = claim.reason === 'fraudulent' ? '10.4' : '13.1'
  return {
    id: newId('dp_1'),
    object: 'dispute',
    amount: claim.amount,
    balance_transactions: [],
    charge: charge.id,
    created: claim.created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...emptyEvidence },
    evidence_details: {
      due_by: claim.dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: claim.isInquiry,
    livemode: false,
    metadata: {},
    network_reason_code: networkReason,
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: {
        brand,
        case_type: claim.isInquiry ? 'inquiry' : 'chargeback',
        network: brand,
        network_reason_code: networkReason,
      },
    },
    reason: claim.reason,
    status: claim.isInquiry ? 'warning_needs_response' : 'needs_response',
  }
}
