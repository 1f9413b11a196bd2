import type Stripe from 'stripe'
import { type Charge, newId, type PaymentIntent } from './state'
import type { TestCard } from './test-cards'
import type { Method } from './world'

/** How a buyer pays: a test card, or a wallet. */
export interface Attempt {
  method: Method
  card: TestCard | null
}

interface PaymentTerms {
  amount: number
  currency: string
  metadata: Stripe.Metadata
  /** What was asked for; null for whatever the account has. */
  allowed: PaymentIntent['allowed_payment_method_types']
  offered: readonly string[]
  group: string | null
  description: string | null
}

/** A payment intent that nobody has tried to pay yet. */
export function newPaymentIntent(terms: PaymentTerms, created: number): PaymentIntent {
  const id = newId('pi_3')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: terms.allowed,
    amount: terms.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('')}`,
    confirmation_method: 'automatic',
    created,
    currency: terms.currency,
    customer: null,
    customer_account: null,
    description: terms.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: terms.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [...terms.offered],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: terms.group,
  }
}

/** A charge that succeeded. Stripe's ids say `py_` for what is not a card. */
export function newCharge(payment: PaymentIntent, attempt: Attempt, created: number): Charge {
  return {
    id: newId(attempt.method === 'card' ? 'ch_3' : 'py_3'),
    object: 'charge',
    amount: payment.amount,
    amount_captured: payment.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created,
    currency: payment.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: payment.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: payment.id,
    payment_method: newId('pm_1'),
    payment_method_details: methodDetails(attempt),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: payment.transfer_group,
  }
}

function methodDetails({ method, card }: Attempt): Stripe.Charge.PaymentMethodDetails {
  if (method === 'alipay')
    return { type: method, alipay: { fingerprint: null, transaction_id: newId('', 28) } }
  if (method === 'wechat_pay')
    return { type: method, wechat_pay: { fingerprint: null, transaction_id: newId('', 28) } }
  return {
    type: method,
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card?.brand ?? null,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card?.country ?? null,
      electronic_commerce_indicator: null,
      exp_month: 12,
      exp_year: 2034,
      funding: card?.funding ?? null,
      installments: null,
      last4: card?.number.slice(-4) ?? null,
      mandate: null,
      network: card?.brand ?? null,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}
