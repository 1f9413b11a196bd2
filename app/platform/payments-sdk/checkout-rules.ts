import { sum } from '~/platform/money'
import type { CheckoutOrder } from './payment-gateway'

/** https://docs.stripe.com/api/checkout/sessions/create: at most 100 lines in payment mode. */
const MAX_CHECKOUT_LINES = 100

/** Refuses, before anything is sent, an order that the provider would refuse or that contradicts itself. */
export function checkCheckoutOrder({ lines, total, reference, attempt }: CheckoutOrder): void {
  if (lines.length === 0 || lines.length > MAX_CHECKOUT_LINES) {
    throw new RangeError(`A checkout has 1 to ${MAX_CHECKOUT_LINES} lines.`)
  }
  if (lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 1)) {
    throw new RangeError('A checkout line has a quantity of 1 or more.')
  }
  if (lines.some(({ unitAmount }) => unitAmount < 0n))
    throw new RangeError('A checkout line costs 0 or more.')
  const asked = sum(lines.map(({ unitAmount, quantity }) => unitAmount * BigInt(quantity)))
  if (asked !== total || total <= 0n) {
    throw new RangeError(`The lines of ${reference} come to ${asked}, not ${total}.`)
  }
  if (!Number.isSafeInteger(attempt) || attempt < 1) throw new RangeError('Attempts are counted from 1.')
}
