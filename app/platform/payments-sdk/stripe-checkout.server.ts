import type Stripe from 'stripe'
import { fromSafeNumber, toSafeNumber } from '~/platform/money'
import type { Page } from './balance'
import { checkCheckoutOrder } from './checkout-rules'
import {
  type CheckoutOrder,
  type CheckoutSnapshot,
  type CheckoutStatus,
  PaymentGatewayError,
  type PaymentMethod,
  type StartedCheckout,
  wantedMethods,
} from './payment-gateway'
import type { CheckoutListing, CheckoutQuery } from './payments'
import {
  allOf,
  answerOf,
  dateOf,
  expanded,
  idOf,
  operationOf,
  pageOf,
  secondsOf,
  settlementOf,
  unexpected,
} from './stripe-client.server'

export async function startCheckout(stripe: Stripe, order: CheckoutOrder): Promise<StartedCheckout> {
  checkCheckoutOrder(order)
  const session = await answerOf(() =>
    stripe.checkout.sessions.create(sessionParams(order), {
      idempotencyKey: `checkout:${order.reference}:${order.attempt}`,
    }),
  )
  if (session.object !== 'checkout.session' || !session.url) throw unexpected('checkout.session.url')
  return { sessionId: session.id, url: session.url, offeredMethods: offeredMethods(session) }
}

export async function readCheckout(stripe: Stripe, sessionId: string): Promise<CheckoutSnapshot> {
  const expand = ['payment_intent.latest_charge.balance_transaction']
  const session = await answerOf(() => stripe.checkout.sessions.retrieve(sessionId, { expand }))
  if (session.object !== 'checkout.session') throw unexpected('checkout.session')
  const payment = expanded(session.payment_intent, 'payment_intent')
  const charge = expanded(payment?.latest_charge, 'latest_charge')
  const status = checkoutStatus(session, payment)
  const amount = status === 'paid' ? payment?.amount_received : session.amount_total
  if (amount == null || session.currency === null) throw unexpected('checkout.session.amount_total')
  return {
    sessionId: session.id,
    status,
    reference: session.client_reference_id,
    paymentRef: payment?.id ?? null,
    chargeRef: charge?.id ?? null,
    amount: fromSafeNumber(amount),
    currency: session.currency.toUpperCase(),
    method: charge?.payment_method_details?.type ?? null,
    settlement: settlementOf(charge?.balance_transaction),
  }
}

export async function expireCheckout(
  stripe: Stripe,
  sessionId: string,
): Promise<'expired' | 'already_complete'> {
  try {
    await answerOf(() => stripe.checkout.sessions.expire(sessionId))
    return 'expired'
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || error.failure !== 'refused') throw error
    const session = await answerOf(() => stripe.checkout.sessions.retrieve(sessionId))
    if (session.status === 'complete') return 'already_complete'
    if (session.status === 'expired') return 'expired'
    throw error
  }
}

export async function listCheckouts(stripe: Stripe, query: CheckoutQuery): Promise<Page<CheckoutListing>> {
  const { items, next } = await pageOf(query.cursor, (paging) =>
    stripe.checkout.sessions.list({ ...paging, ...sessionFilter(query) }),
  )
  return { items: items.map(listing), next }
}

export async function findCheckout(
  stripe: Stripe,
  { operationId, createdAfter }: { operationId: string; createdAfter: Date },
): Promise<CheckoutListing | null> {
  const sessions = await allOf((paging) =>
    stripe.checkout.sessions.list({ ...paging, ...sessionFilter({ createdAfter }) }),
  )
  const found = sessions.find(({ metadata }) => operationOf(metadata) === operationId)
  return found ? listing(found) : null
}

function sessionFilter({ createdAfter, onlyOpen }: CheckoutQuery): Stripe.Checkout.SessionListParams {
  return { created: { gte: secondsOf(createdAfter) }, ...(onlyOpen && { status: 'open' }) }
}

function listing(session: Stripe.Checkout.Session): CheckoutListing {
  return {
    sessionId: session.id,
    url: session.url,
    reference: session.client_reference_id,
    operationId: operationOf(session.metadata),
    paymentRef: idOf(session.payment_intent),
    isOpen: session.status === 'open',
    created: dateOf(session.created),
    expiresAt: dateOf(session.expires_at),
    offeredMethods: offeredMethods(session),
  }
}

function offeredMethods({ payment_method_types: offered }: Stripe.Checkout.Session): PaymentMethod[] {
  return wantedMethods.filter((method) => offered.includes(method))
}

function sessionParams(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const currency = order.currency.toLowerCase()
  const metadata = { ...order.metadata, reference: order.reference, operation_id: order.operationId }
  const methods = wantedMethods.filter((method) => (order.methods ?? wantedMethods).includes(method))
  return {
    ui_mode: 'hosted_page',
    mode: 'payment',
    allowed_payment_method_types: methods,
    ...(methods.includes('wechat_pay') && { payment_method_options: { wechat_pay: { client: 'web' } } }),
    // The buyer pays the price she saw, in yuan: Stripe does not quote her another currency.
    adaptive_pricing: { enabled: false },
    line_items: order.lines.map(({ name, quantity, unitAmount }) => ({
      quantity,
      price_data: { currency, unit_amount: toSafeNumber(unitAmount), product_data: { name } },
    })),
    locale: order.locale === 'en' ? 'en' : 'zh',
    client_reference_id: order.reference,
    metadata,
    payment_intent_data: { metadata },
    expires_at: secondsOf(order.expiresAt),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
  }
}

/** Only `paid` promises goods: a word that we do not know is `processing` until somebody has read about it. */
function checkoutStatus(
  session: Stripe.Checkout.Session,
  payment: Stripe.PaymentIntent | null,
): CheckoutStatus {
  if (session.status === 'open') return 'open'
  if (session.status === 'expired') return 'expired'
  if (session.status === 'complete' && session.payment_status === 'paid') return 'paid'
  const over = payment?.status === 'canceled' || payment?.status === 'requires_payment_method'
  return session.status === 'complete' && over ? 'failed' : 'processing'
}
