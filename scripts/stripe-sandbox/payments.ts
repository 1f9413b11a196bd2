import { appoint } from './appointments'
import { openDispute } from './dispute-life'
import { emit } from './events'
import { type Attempt, newCharge, newPaymentIntent } from './payment-objects'
import { presentSession } from './presentation'
import { bookPayment } from './settlement'
import type { Charge, PaymentIntent, SessionRecord } from './state'
import { codeOf, type Decline, testCards } from './test-cards'
import type { World } from './world'

/** Stripe makes the payment intent when the buyer first confirms, not when the session is made. */
export function paymentOf(world: World, { session, paymentMetadata }: SessionRecord): PaymentIntent {
  const known = world.store.state.paymentIntents.get(session.payment_intent ?? '')
  if (known) return known
  const terms = {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'cny',
    metadata: paymentMetadata,
    allowed: session.allowed_payment_method_types,
    offered: session.payment_method_types,
    group: null,
    description: null,
  }
  const payment = newPaymentIntent(terms, world.now())
  keepPayment(world, payment)
  session.payment_intent = payment.id
  return payment
}

export function keepPayment(world: World, payment: PaymentIntent): void {
  world.store.state.paymentIntents.set(payment.id, payment)
  emit(world, 'payment_intent.created', payment)
}

/** The buyer confirmed and the money came: payment, charge and balance transaction exist, the session is complete. */
export function takePayment(world: World, record: SessionRecord, attempt: Attempt): void {
  collect(world, paymentOf(world, record), attempt)
  record.session.status = 'complete'
  record.session.payment_status = 'paid'
  emit(world, 'checkout.session.completed', presentSession(world, record))
}

/** The buyer confirmed in her wallet, and whether the money comes is only known later. */
export function takeLater(
  world: World,
  record: SessionRecord,
  attempt: Attempt,
  later: { seconds: number; comes: boolean },
): void {
  const payment = paymentOf(world, record)
  const charge = newCharge(payment, attempt, world.now())
  Object.assign(charge, {
    status: 'pending',
    paid: false,
    captured: false,
    amount_captured: 0,
    outcome: null,
  })
  world.store.state.charges.set(charge.id, charge)
  payment.status = 'processing'
  payment.latest_charge = charge.id
  payment.payment_method = charge.payment_method
  payment.last_payment_error = null
  keepAttempt(world, payment, attempt, record.id)
  record.session.status = 'complete'
  const kind = later.comes ? 'payment_settles' : 'payment_fails'
  appoint(world, later.seconds, { kind, session: record.id })
  emit(world, 'payment_intent.processing', payment)
  emit(world, 'checkout.session.completed', presentSession(world, record))
}

/** The money of a payment that was confirmed earlier is there, or will never come. */
export function settleLater(world: World, record: SessionRecord, comes: boolean): void {
  const payment = paymentOf(world, record)
  if (payment.status !== 'processing') return
  const attempt = attemptOf(world, payment)
  if (comes) {
    collect(world, payment, attempt, world.store.state.charges.get(payment.latest_charge ?? ''))
    record.session.payment_status = 'paid'
    emit(world, 'checkout.session.async_payment_succeeded', presentSession(world, record))
    return
  }
  const charge = world.store.state.charges.get(payment.latest_charge ?? '')
  if (charge) failCharge(charge, 'payment_method_provider_decline', 'The wallet refused the payment.')
  rejectPayment(world, payment, 'payment_method_provider_decline', 'The wallet refused the payment.')
  emit(world, 'checkout.session.async_payment_failed', presentSession(world, record))
}

/** Charges a payment with success. `begun`: the charge that was waiting for its money. */
export function collect(world: World, payment: PaymentIntent, attempt: Attempt, begun?: Charge): void {
  const { state } = world.store
  const charge = begun ?? newCharge(payment, attempt, world.now())
  const paid = newCharge(payment, attempt, world.now())
  const { status, captured, amount_captured, outcome } = paid
  Object.assign(charge, { status, captured, amount_captured, outcome, paid: true })
  charge.balance_transaction = bookPayment(world, {
    amount: charge.amount,
    currency: charge.currency,
    source: charge.id,
    isCard: attempt.method === 'card',
    skipsPending: attempt.card?.skipsPending ?? false,
  }).id
  state.charges.set(charge.id, charge)
  payment.status = 'succeeded'
  payment.amount_received = payment.amount
  payment.latest_charge = charge.id
  payment.payment_method = charge.payment_method
  payment.last_payment_error = null
  payment.next_action = null
  state.attempts.delete(payment.id)
  emit(world, 'charge.succeeded', charge)
  emit(world, 'payment_intent.succeeded', payment)
  const booked = state.balanceTransactions.get(charge.balance_transaction)
  if (booked) appoint(world, booked.available_on - world.now(), { kind: 'balance_available' })
  const dispute = attempt.card?.dispute
  if (!dispute) return
  const isInquiry = dispute === 'inquiry'
  openDispute(world, charge, { reason: isInquiry ? 'general' : dispute, isInquiry })
}

/** The buyer's bank refused her card: a failed charge is on record and the payment can be tried again. */
export function declineCard(
  world: World,
  payment: PaymentIntent,
  attempt: Attempt,
  decline: Decline,
): Charge {
  const charge = newCharge(payment, attempt, world.now())
  const message = 'Your card was declined.'
  const code = codeOf(decline)
  failCharge(charge, code, message)
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
  payment.status = 'requires_payment_method'
  payment.next_action = null
  payment.last_payment_error = { type: 'card_error', code, decline_code: decline, message, charge: charge.id }
  world.store.state.attempts.delete(payment.id)
  emit(world, 'charge.failed', charge)
  emit(world, 'payment_intent.payment_failed', payment)
  return charge
}

/** The buyer did not confirm with her wallet or bank: there is no charge at all, and the payment can be tried again. */
export function abandon(world: World, payment: PaymentIntent): void {
  const message = 'The provided PaymentMethod has failed authentication.'
  rejectPayment(world, payment, 'payment_intent_authentication_failure', message)
}

/**
 * Sends the buyer to a page on which her bank asks her to confirm; nothing is charged before. Without an address to come
 * back to it is left to Stripe's own script, as with Stripe.
 */
export function askToConfirm(
  world: World,
  payment: PaymentIntent,
  attempt: Attempt,
  way: { session: string | null; returnUrl: string | null },
): string {
  const url = `${world.origin}/c/confirm/${payment.id}`
  payment.status = 'requires_action'
  payment.next_action =
    way.returnUrl === null
      ? { type: 'use_stripe_sdk', use_stripe_sdk: {} }
      : { type: 'redirect_to_url', redirect_to_url: { url, return_url: way.returnUrl } }
  keepAttempt(world, payment, attempt, way.session, way.returnUrl)
  emit(world, 'payment_intent.requires_action', payment)
  return url
}

/** What the buyer has begun, as it was kept. */
export function attemptOf(world: World, payment: PaymentIntent): Attempt {
  const kept = world.store.state.attempts.get(payment.id)
  const card = testCards.find(({ method }) => method === kept?.card) ?? null
  return { method: kept?.method ?? 'card', card }
}

function keepAttempt(
  world: World,
  payment: PaymentIntent,
  { method, card }: Attempt,
  session: string | null,
  returnUrl: string | null = null,
): void {
  const kept = { id: payment.id, method, card: card?.method ?? null, session, returnUrl }
  world.store.state.attempts.set(payment.id, kept)
}

function failCharge(charge: Charge, code: string, message: string): void {
  charge.status = 'failed'
  charge.paid = false
  charge.captured = false
  charge.amount_captured = 0
  charge.failure_code = code
  charge.failure_message = message
}

function rejectPayment(
  world: World,
  payment: PaymentIntent,
  code: 'payment_intent_authentication_failure' | 'payment_method_provider_decline',
  message: string,
): void {
  payment.status = 'requires_payment_method'
  payment.next_action = null
  payment.last_payment_error = { type: 'invalid_request_error', code, message }
  world.store.state.attempts.delete(payment.id)
  emit(world, 'payment_intent.payment_failed', payment)
}
