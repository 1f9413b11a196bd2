import type { Settles } from './hosted-page'
import type { Method } from './world'

/** What a buyer does on the pay page. Card fields that are left out keep what the page fills in. */
interface PaymentSubmission {
  method?: Method
  action?: 'pay' | 'fail'
  cardNumber?: string
  cardExpiry?: string
  cardCvc?: string
  /** When a wallet's money comes. */
  settles?: Settles
}

/** Where the browser is after a press of a button: sent away, or still on the page. */
interface SubmissionResult {
  status: number
  location: string | null
  html: string
}

/**
 * Submits the hosted page's form as a browser without JavaScript does, which follows a redirect back to that page: for tests
 * that need a payment, not a browser.
 */
export async function submitPayment(
  pageUrl: string,
  submission: PaymentSubmission = {},
): Promise<SubmissionResult> {
  const {
    method = 'card',
    action = 'pay',
    cardNumber = '',
    cardExpiry = '12/34',
    cardCvc = '123',
    settles = 'now',
  } = submission
  const body = new URLSearchParams({
    method,
    action,
    card_number: cardNumber,
    card_expiry: cardExpiry,
    card_cvc: cardCvc,
    [`${method}_settles`]: settles,
  })
  const answer = await fetch(pageUrl, { method: 'POST', body, redirect: 'manual' })
  const location = answer.headers.get('location')
  const next = new URL(location ?? '', pageUrl)
  if (next.origin !== new URL(pageUrl).origin) {
    return { status: answer.status, location, html: await answer.text() }
  }
  const page = await fetch(next)
  return { status: page.status, location: null, html: await page.text() }
}
