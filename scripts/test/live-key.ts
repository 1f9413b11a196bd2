import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'

export const liveSuiteNotRun =
  'The live suite was not run: with a key of Stripe’s test mode, STRIPE_SECRET_KEY=sk_test_… npm run test:live does.'

/**
 * The key for Stripe's test mode, from STRIPE_SECRET_KEY; null without one. Refuses (Stop) every other key: the suite pays,
 * refunds and transfers. The message holds nothing of the key.
 */
export function liveTestKey(): string | null {
  const key = process.env.STRIPE_SECRET_KEY
  if (key === undefined || key === '') return null
  if (/^sk_test_\w+$/.test(key)) return key
  throw new Stop(
    'The live suite takes a secret test key (sk_test_…) only; STRIPE_SECRET_KEY holds something else.',
  )
}
