import Stripe from 'stripe'
import { fromSafeNumber, toSafeNumber } from '~/platform/money'
import { checkCheckoutOrder } from './checkout-rules'
import {
  type CheckoutOrder,
  type CheckoutSnapshot,
  type CheckoutStatus,
  type PaymentFailure,
  type PaymentGateway,
  PaymentGatewayError,
  type RefundOrder,
  type RefundSnapshot,
  type Settlement,
  type StartedCheckout,
  type VerifiedEvent,
  type WebhookDelivery,
  WebhookRefused,
  wantedMethods,
} from './payment-gateway'
import { isTimely, SIGNATURE_WINDOW_SECONDS, signatureTime } from './signature-time'
import { checkStripeOptions, isLiveKey, type StripeOptions } from './stripe-options'
import { readEvent } from './webhook-event'

const TIMEOUT_MS = 20_000
const MAX_RETRIES = 2

/**
 * Stripe behind the shop's words. The only file that imports the SDK. Offline it is the same class, pointed at the
 * sandbox by `apiBase`.
 */
export class StripeGateway implements PaymentGateway {
  readonly livemode: boolean
  readonly #stripe: Stripe
  readonly #webhookSecret: string

  /** Refuses unsafe settings: see `checkStripeOptions`. */
  constructor(options: StripeOptions) {
    checkStripeOptions(options)
    this.livemode = isLiveKey(options.secretKey)
    this.#webhookSecret = options.webhookSecret
    this.#stripe = new Stripe(options.secretKey, {
      timeout: TIMEOUT_MS,
      maxNetworkRetries: MAX_RETRIES,
      telemetry: false,
      ...(options.apiBase && addressOf(options.apiBase)),
    })
  }

  async startCheckout(order: CheckoutOrder): Promise<StartedCheckout> {
    checkCheckoutOrder(order)
    const session = await answerOf(() =>
      this.#stripe.checkout.sessions.create(sessionParams(order), {
        idempotencyKey: `checkout:${order.reference}:${order.attempt}`,
      }),
    )
    if (session.object !== 'checkout.session' || !session.url) throw unexpected('checkout.session.url')
    return {
      sessionId: session.id,
      url: session.url,
      offeredMethods: wantedMethods.filter((method) => session.payment_method_types.includes(method)),
    }
  }

  async readCheckout(sessionId: string): Promise<CheckoutSnapshot> {
    const expand = ['payment_intent.latest_charge.balance_transaction']
    const session = await answerOf(() => this.#stripe.checkout.sessions.retrieve(sessionId, { expand }))
    if (session.object !== 'checkout.session') throw unexpected('checkout.session')
    const payment = expanded(session.payment_intent, 'payment_intent')
    const charge = expanded(payment?.latest_charge ?? null, 'latest_charge')
    const status = checkoutStatus(session, payment)
    const amount = status === 'paid' ? payment?.amount_received : session.amount_total
    if (amount == null || session.currency === null) throw unexpected('checkout.session.amount_total')
    return {
      sessionId: session.id,
      status,
      reference: session.client_reference_id,
      paymentRef: payment?.id ?? null,
      amount: fromSafeNumber(amount),
      currency: session.currency.toUpperCase(),
      method: charge?.payment_method_details?.type ?? null,
      settlement: settlementOf(charge?.balance_transaction ?? null),
    }
  }

  async expireCheckout(sessionId: string): Promise<'expired' | 'already_complete'> {
    try {
      await answerOf(() => this.#stripe.checkout.sessions.expire(sessionId))
      return 'expired'
    } catch (error) {
      if (!(error instanceof PaymentGatewayError) || error.failure !== 'refused') throw error
      const session = await answerOf(() => this.#stripe.checkout.sessions.retrieve(sessionId))
      if (session.status === 'complete') return 'already_complete'
      if (session.status === 'expired') return 'expired'
      throw error
    }
  }

  async refund(order: RefundOrder): Promise<RefundSnapshot> {
    if (order.amount <= 0n) throw new RangeError('A refund returns more than nothing.')
    const refund = await answerOf(() =>
      this.#stripe.refunds.create(
        {
          payment_intent: order.paymentRef,
          amount: toSafeNumber(order.amount),
          reason: order.reason,
          metadata: { operation_id: order.operationId },
          expand: ['balance_transaction'],
        },
        { idempotencyKey: `refund:${order.operationId}` },
      ),
    )
    const snapshot = refundSnapshot(refund)
    if (snapshot.currency !== order.currency) throw unexpected('refund.currency')
    return snapshot
  }

  async readRefund(refundRef: string): Promise<RefundSnapshot> {
    const expand = ['balance_transaction']
    return refundSnapshot(await answerOf(() => this.#stripe.refunds.retrieve(refundRef, { expand })))
  }

  parseWebhook({ rawBody, signature, now }: WebhookDelivery): VerifiedEvent {
    if (!signature) throw new WebhookRefused('missing_signature')
    const signedAt = signatureTime(signature)
    if (signedAt === null) throw new WebhookRefused('bad_signature')
    if (!isTimely(signedAt, now)) throw new WebhookRefused('outside_time_window')
    try {
      const { webhooks } = this.#stripe
      const [secret, window] = [this.#webhookSecret, SIGNATURE_WINDOW_SECONDS]
      return readEvent(webhooks.constructEvent(rawBody, signature, secret, window, undefined, now.getTime()))
    } catch (cause) {
      // The SDK's refusal carries the whole body with it: nothing that unproven may reach a log.
      if (cause instanceof Stripe.errors.StripeSignatureVerificationError)
        throw new WebhookRefused('bad_signature')
      throw new WebhookRefused('unreadable', { cause })
    }
  }
}

function addressOf(apiBase: URL): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const protocol = apiBase.protocol === 'https:' ? 'https' : 'http'
  const port = apiBase.port || (protocol === 'https' ? '443' : '80')
  return { protocol, port, host: apiBase.hostname.replace(/^\[|\]$/g, '') }
}

function sessionParams(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const currency = order.currency.toLowerCase()
  const metadata = { ...order.metadata, reference: order.reference, operation_id: order.operationId }
  return {
    ui_mode: 'hosted_page',
    mode: 'payment',
    allowed_payment_method_types: [...wantedMethods],
    payment_method_options: { wechat_pay: { client: 'web' } },
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
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
  }
}

function checkoutStatus(
  session: Stripe.Checkout.Session,
  payment: Stripe.PaymentIntent | null,
): CheckoutStatus {
  if (session.status === 'open') return 'open'
  if (session.status === 'expired') return 'expired'
  if (session.status !== 'complete') throw unexpected('checkout.session.status')
  if (session.payment_status === 'paid') return 'paid'
  if (session.payment_status !== 'unpaid') throw unexpected('checkout.session.payment_status')
  const over = payment?.status === 'canceled' || payment?.status === 'requires_payment_method'
  return over ? 'failed' : 'processing'
}

function refundSnapshot(refund: Stripe.Refund): RefundSnapshot {
  if (refund.object !== 'refund') throw unexpected('refund')
  return {
    refundRef: refund.id,
    paymentRef:
      typeof refund.payment_intent === 'string' ? refund.payment_intent : (refund.payment_intent?.id ?? null),
    status: refundStatus(refund.status),
    amount: fromSafeNumber(refund.amount),
    currency: refund.currency.toUpperCase(),
    failureReason: refund.failure_reason ?? null,
    settlement: settlementOf(refund.balance_transaction),
  }
}

function refundStatus(status: string | null): RefundSnapshot['status'] {
  switch (status) {
    case 'succeeded':
      return 'succeeded'
    case 'pending':
    case 'requires_action':
      return 'pending'
    case 'failed':
    case 'canceled':
      return 'failed'
    default:
      throw unexpected('refund.status')
  }
}

function settlementOf(movement: string | Stripe.BalanceTransaction | null): Settlement | null {
  const booked = expanded(movement, 'balance_transaction')
  if (booked === null) return null
  return {
    amount: fromSafeNumber(booked.amount),
    currency: booked.currency.toUpperCase(),
    fee: fromSafeNumber(booked.fee),
    exchangeRate: booked.exchange_rate === null ? null : String(booked.exchange_rate),
  }
}

/** The object that we asked Stripe to put in place of its id. */
function expanded<T extends object>(answer: string | T | null, field: string): T | null {
  if (typeof answer === 'string') throw unexpected(field)
  return answer
}

function unexpected(field: string): PaymentGatewayError {
  return new PaymentGatewayError('unexpected_answer', field, null)
}

/** Runs one call and puts the SDK's many errors into our six: what a caller does next depends on no more than that. */
async function answerOf<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) throw cause
    throw new PaymentGatewayError(failureOf(cause), cause.code ?? null, cause.requestId ?? null, { cause })
  }
}

function failureOf(error: InstanceType<typeof Stripe.errors.StripeError>): PaymentFailure {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'key_reused'
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'misconfigured'
  if (error instanceof Stripe.errors.StripePermissionError) return 'misconfigured'
  if (error instanceof Stripe.errors.StripeCardError) return 'refused'
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return error.statusCode === 404 ? 'not_found' : 'refused'
  }
  return 'unreachable'
}
