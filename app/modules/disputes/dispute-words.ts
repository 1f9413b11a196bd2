import type { DisputeState } from '~/generated/prisma/enums'
import type { MessageKey } from '~/platform/i18n/translate'
import type { BadgeTone } from '~/ui/badge'

/** What the buyer's bank says, by the provider's word: https://docs.stripe.com/disputes/categories */
const reasons: Readonly<Record<string, MessageKey>> = {
  credit_not_processed: 'dispute.reason_credit_not_processed',
  duplicate: 'dispute.reason_duplicate',
  fraudulent: 'dispute.reason_fraudulent',
  general: 'dispute.reason_general',
  noncompliant: 'dispute.reason_noncompliant',
  product_not_received: 'dispute.reason_product_not_received',
  product_unacceptable: 'dispute.reason_product_unacceptable',
  unrecognized: 'dispute.reason_unrecognized',
}

/** The reason in words; a word that is not listed is one the bank does not explain. */
export function reasonText(reason: string): MessageKey {
  return Object.hasOwn(reasons, reason) ? (reasons[reason] ?? 'dispute.reason_other') : 'dispute.reason_other'
}

/** How a dispute stands, in words and as a mark. */
export const stateWords = {
  needs_response: { text: 'dispute.state_needs_response', tone: 'hers' },
  under_review: { text: 'dispute.state_under_review', tone: 'waiting' },
  won: { text: 'dispute.state_won', tone: 'done' },
  lost: { text: 'dispute.state_lost', tone: 'late' },
} as const satisfies Record<DisputeState, { text: MessageKey; tone: BadgeTone }>
