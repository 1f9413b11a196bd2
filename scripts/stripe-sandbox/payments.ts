import { type Attempt, newCharge, newPaymentIntent } from './payment-objects'
import { bookMovement } from './settlement'
import type { PaymentIntent, SessionRecord } from './state'
import type { Decline } from './test-cards'
import type { World } from './world'

/** The buyer confirmed and the money came: payment, charge and balance transaction exist, the session is complete. */
export function takePayment(world: World, record: SessionRecord, attempt: Attempt): void {
  const { state } = world.store
  const payment = paymentOf(world, record)
  const charge = newCharge(payment, attempt, world.now())
  const booked = bookMovement(world, {
    amount: charge.amount,
    currency: charge.currency,
    source: charge.id,
    type: attempt.method === 'card' ? 'charge' : 'payment',
  })
  charge.balance_transaction = booked.id
  state.charges.set(charge.id, charge)
  payment.status = 'succeeded'
  payment.amount_received = payment.amount
  payment.latest_charge = charge.id
  payment.payment_method = charge.payment_method
  payment.last_payment_error = null
  record.session.status = 'complete'
  record.session.payment_status = 'paid'
}

/** The buyer's bank refused her card: a failed charge is on record and the session stays open. */
export function declineCard(world: World, record: SessionRecord, attempt: Attempt, decline: Decline): void {
  const payment = paymentOf(world, record)
  const charge = newCharge(payment, attempt, world.now())
  const message = 'Your card was declined.'
  charge.status = 'failed'
  charge.paid = false
  charge.captured = false
  charge.amount_captured = 0
  charge.failure_code = 'card_declined'
  charge.failure_message = message
  charge.outcome = {
    advice_code: 'try_again_later',
    network_advice_code: null,
    network_decline_code: null,
    network_status: 'declined_by_network',
    reason: decline,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  }
  world.store.state.charges.set(charge.id, charge)
  payment.latest_charge = charge.id
  const code = 'card_declined'
  payment.last_payment_error = { type: 'card_error', code, decline_code: decline, message, charge: charge.id }
}

/** The buyer did not confirm in her wallet: there is no charge at all, and the session stays open. */
export function abandonWallet(world: World, record: SessionRecord): void {
  paymentOf(world, record).last_payment_error = {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message: 'The provided PaymentMethod has failed authentication.',
  }
}

/** Stripe makes the payment intent when the buyer first confirms, not when the session is made. */
function paymentOf(world: World, { session, paymentMetadata }: SessionRecord): PaymentIntent {
  const known = world.store.state.paymentIntents.get(session.payment_intent ?? '')
  if (known) return known
  const payment = newPaymentIntent(session, paymentMetadata, world.now())
  world.store.state.paymentIntents.set(payment.id, payment)
  session.payment_intent = payment.id
  return payment
}
