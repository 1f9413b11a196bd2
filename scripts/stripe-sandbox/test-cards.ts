/** Stripe's own test numbers and the payment methods that stand for them: https://docs.stripe.com/testing */
export interface TestCard {
  number: string
  /** The id of the test payment method. */
  method: string
  brand: string
  funding: string
  country: string
  /** Why the bank refuses it; null when it pays. */
  decline: Decline | null
  /** The bank asks the buyer to confirm on a page of its own. */
  asksToConfirm: boolean
  /** Opened by the bank as soon as it was paid. */
  dispute: 'fraudulent' | 'product_not_received' | 'inquiry' | null
  /** What becomes of a refund. */
  refund: 'at_once' | 'later' | 'fails_later'
  /** Available at once instead of in a week. */
  skipsPending: boolean
}

export type Decline = 'generic_decline' | 'insufficient_funds' | 'expired_card' | 'incorrect_cvc'

const visa: TestCard = {
  number: '4242424242424242',
  method: 'pm_card_visa',
  brand: 'visa',
  funding: 'credit',
  country: 'US',
  decline: null,
  asksToConfirm: false,
  dispute: null,
  refund: 'at_once',
  skipsPending: false,
}

/** What "make it fail" pays with, whatever was typed. */
export const failingCard: TestCard = {
  ...visa,
  number: '4000000000000002',
  method: 'pm_card_chargeDeclined',
  decline: 'generic_decline',
}

export const testCards: readonly TestCard[] = [
  visa,
  {
    ...visa,
    number: '6200000000000005',
    method: 'pm_card_unionpay',
    brand: 'unionpay',
    funding: 'debit',
    country: 'CN',
  },
  failingCard,
  {
    ...visa,
    number: '4000000000009995',
    method: 'pm_card_chargeDeclinedInsufficientFunds',
    decline: 'insufficient_funds',
  },
  {
    ...visa,
    number: '4000000000000069',
    method: 'pm_card_chargeDeclinedExpiredCard',
    decline: 'expired_card',
  },
  {
    ...visa,
    number: '4000000000000127',
    method: 'pm_card_chargeDeclinedIncorrectCvc',
    decline: 'incorrect_cvc',
  },
  {
    ...visa,
    number: '4000002760003184',
    method: 'pm_card_authenticationRequired',
    asksToConfirm: true,
  },
  {
    ...visa,
    number: '4000008400001629',
    method: 'pm_card_threeDSecureRequiredChargeDeclined',
    asksToConfirm: true,
    decline: 'generic_decline',
  },
  { ...visa, number: '4000000000000259', method: 'pm_card_createDispute', dispute: 'fraudulent' },
  {
    ...visa,
    number: '4000000000002685',
    method: 'pm_card_createDisputeProductNotReceived',
    dispute: 'product_not_received',
  },
  { ...visa, number: '4000000000001976', method: 'pm_card_createDisputeInquiry', dispute: 'inquiry' },
  { ...visa, number: '4000000000007726', method: 'pm_card_pendingRefund', refund: 'later' },
  { ...visa, number: '4000000000005126', method: 'pm_card_refundFail', refund: 'fails_later' },
  { ...visa, number: '4000000000000077', method: 'pm_card_bypassPending', skipsPending: true },
]

/** The test card with this number, however it was spaced or in full-width digits; undefined for any other number. */
export function findTestCard(typed: string): TestCard | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return testCards.find(({ number }) => number === digits)
}

/** A refusal that has a code of its own is not a `card_declined`. */
export function codeOf(decline: Decline): 'card_declined' | 'expired_card' | 'incorrect_cvc' {
  return decline === 'expired_card' || decline === 'incorrect_cvc' ? decline : 'card_declined'
}
