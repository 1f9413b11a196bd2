/** Stripe's own test numbers, the ones that the pay page names: https://docs.stripe.com/testing */
export interface TestCard {
  number: string
  brand: string
  funding: string
  country: string
  /** Why the bank refuses it; null when it pays. */
  decline: Decline | null
}

export type Decline = 'generic_decline' | 'insufficient_funds'

/** What "make it fail" pays with, whatever was typed. */
export const failingCard: TestCard = {
  number: '4000000000000002',
  brand: 'visa',
  funding: 'credit',
  country: 'US',
  decline: 'generic_decline',
}

export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', funding: 'credit', country: 'US', decline: null },
  { number: '6200000000000005', brand: 'unionpay', funding: 'debit', country: 'CN', decline: null },
  failingCard,
  {
    number: '4000000000009995',
    brand: 'visa',
    funding: 'credit',
    country: 'US',
    decline: 'insufficient_funds',
  },
]

/** The test card with this number, however it was spaced or in full-width digits; undefined for any other number. */
export function findTestCard(typed: string): TestCard | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return testCards.find(({ number }) => number === digits)
}
