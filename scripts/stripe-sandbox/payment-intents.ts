import { z } from 'zod'
import { cardRefused, invalidRequest, parameterMissing, resourceMissing } from './errors'
import { emit } from './events'
import { checkExpand, expand } from './expand'
import type { FormObject } from './form-encoding'
import { address, bool, currency, expansions, integer, metadata, readParams, text } from './params'
import { newPaymentIntent } from './payment-objects'
import { askToConfirm, collect, declineCard, keepPayment } from './payments'
import type { PaymentIntent } from './state'
import { codeOf, type TestCard, testCards } from './test-cards'
import { knownMethods, type World } from './world'

const CreateParams = z.strictObject({
  amount: integer.pipe(z.int().min(1).max(99_999_999)),
  currency,
  allowed_payment_method_types: z.array(z.enum(knownMethods)).min(1).optional(),
  confirm: bool.default(false),
  description: text(1000).optional(),
  metadata: metadata.optional(),
  payment_method: z.string().optional(),
  return_url: address.optional(),
  transfer_group: text(255).optional(),
  expand: expansions.optional(),
})
const ConfirmParams = z.strictObject({
  payment_method: z.string().optional(),
  return_url: address.optional(),
  expand: expansions.optional(),
})

/** POST /v1/payment_intents, with Stripe's test payment methods: what the live scenarios pay with, without a page. */
export function preparePaymentIntent(world: World, form: FormObject): () => unknown {
  const params = readParams(CreateParams, form)
  checkExpand('payment_intent', params.expand)
  const card = params.payment_method === undefined ? null : cardOf(params.payment_method)
  if (params.confirm && card === null) throw parameterMissing('payment_method')
  return () => {
    const terms = {
      amount: params.amount,
      currency: params.currency,
      metadata: params.metadata ?? {},
      allowed: params.allowed_payment_method_types ?? null,
      offered: params.allowed_payment_method_types ?? knownMethods,
      group: params.transfer_group ?? null,
      description: params.description ?? null,
    }
    const payment = newPaymentIntent(terms, world.now())
    keepPayment(world, payment)
    if (card !== null && params.confirm) confirm(world, payment, card, params.return_url ?? null)
    else if (card !== null) wait(payment, card)
    return expand(world, payment, params.expand)
  }
}

/** POST /v1/payment_intents/:id/confirm */
export function prepareConfirmation(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(ConfirmParams, form)
  checkExpand('payment_intent', params.expand)
  const given = params.payment_method === undefined ? null : cardOf(params.payment_method)
  return () => {
    const payment = findPayment(world, id)
    const card = given ?? testCards.find(({ method }) => method === payment.payment_method)
    if (!/^requires_(payment_method|confirmation)$/.test(payment.status)) throw unexpectedState(payment)
    if (card === undefined) throw parameterMissing('payment_method')
    confirm(world, payment, card, params.return_url ?? null)
    return expand(world, payment, params.expand)
  }
}

/** POST /v1/payment_intents/:id/cancel */
export function prepareCancel(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('payment_intent', params.expand)
  return () => {
    const payment = findPayment(world, id)
    if (!payment.status.startsWith('requires_')) throw unexpectedState(payment)
    payment.status = 'canceled'
    payment.canceled_at = world.now()
    payment.next_action = null
    emit(world, 'payment_intent.canceled', payment)
    return expand(world, payment, params.expand)
  }
}

export function findPayment(world: World, id: string): PaymentIntent {
  const payment = world.store.state.paymentIntents.get(id)
  if (payment === undefined) throw resourceMissing('payment_intent', id, 'intent')
  return payment
}

function confirm(world: World, payment: PaymentIntent, card: TestCard, returnUrl: string | null): void {
  const attempt = { method: 'card' as const, card }
  if (card.asksToConfirm) {
    askToConfirm(world, payment, attempt, { session: null, returnUrl })
    return
  }
  if (card.decline === null) {
    collect(world, payment, attempt)
    return
  }
  const charge = declineCard(world, payment, attempt, card.decline)
  throw cardRefused('Your card was declined.', {
    code: codeOf(card.decline),
    decline_code: card.decline,
    charge: charge.id,
    payment_intent: structuredClone(payment),
  })
}

function wait(payment: PaymentIntent, card: TestCard): void {
  payment.status = 'requires_confirmation'
  payment.payment_method = card.method
}

function cardOf(method: string): TestCard {
  const card = testCards.find((known) => known.method === method)
  if (card === undefined) throw resourceMissing('PaymentMethod', method, 'payment_method')
  return card
}

function unexpectedState({ status }: PaymentIntent) {
  return invalidRequest(`This PaymentIntent has a status of ${status}: it can no longer be changed so.`, {
    code: 'payment_intent_unexpected_state',
  })
}
