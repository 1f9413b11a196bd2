import type Stripe from 'stripe'

type Send = (stripe: Stripe) => Promise<unknown>

const key = (idempotencyKey: string) => ({ idempotencyKey })

export const session: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  ui_mode: 'hosted_page',
  allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
  payment_method_options: { wechat_pay: { client: 'web' } },
  line_items: [
    {
      quantity: 2,
      price_data: { currency: 'cny', unit_amount: 36800, product_data: { name: '盘长 & "中堂"' } },
    },
    { quantity: 1, price_data: { currency: 'cny', unit_amount: 1000, product_data: { name: '邮费' } } },
  ],
  locale: 'zh',
  client_reference_id: 'QS-1',
  metadata: { reference: 'QS-1', operation_id: '0197-1' },
  payment_intent_data: { metadata: { reference: 'QS-1' }, transfer_group: 'QS-1' },
  expires_at: 1_795_000_000,
  success_url: 'https://example.com/orders/QS-1',
}

export const payment: Stripe.PaymentIntentCreateParams = {
  amount: 36800,
  currency: 'cny',
  payment_method: 'pm_card_visa',
  confirm: true,
  allowed_payment_method_types: ['card'],
}

/** A wallet's payment, which waits for the buyer. */
export function walletPayment(type: 'alipay' | 'wechat_pay'): Stripe.PaymentIntentCreateParams {
  return {
    amount: 36800,
    currency: 'cny',
    allowed_payment_method_types: [type],
    payment_method_data: { type },
    ...(type === 'wechat_pay' && { payment_method_options: { wechat_pay: { client: 'web' } } }),
    confirm: true,
    return_url: 'https://example.com/back',
  }
}

export const account: Stripe.AccountCreateParams = {
  country: 'HK',
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    stripe_dashboard: { type: 'express' },
  },
  capabilities: { transfers: { requested: true } },
  tos_acceptance: { service_agreement: 'recipient' },
  metadata: { seller_id: '0197' },
}

export const accountLink: Stripe.AccountLinkCreateParams = {
  account: 'acct_1',
  type: 'account_onboarding',
  refresh_url: 'https://example.com/again',
  return_url: 'https://example.com/back',
}

export const transfer: Stripe.TransferCreateParams = {
  amount: 34960,
  currency: 'hkd',
  destination: 'acct_1',
  source_transaction: 'ch_1',
  transfer_group: 'QS-1',
  metadata: { payout_line: '0197' },
}

/** What the shop sends or may come to send, as it should be. */
export const goodRequests: Record<string, Send> = {
  'a session': (stripe) => stripe.checkout.sessions.create(session, key('checkout:QS-1:1')),
  'a session read with its payment': (stripe) =>
    stripe.checkout.sessions.retrieve('cs_1', { expand: ['payment_intent.latest_charge'] }),
  'a session’s expiry': (stripe) => stripe.checkout.sessions.expire('cs_1'),
  'open sessions': (stripe) =>
    stripe.checkout.sessions.list({ status: 'open', created: { gte: 1 }, limit: 100 }),
  'a payment': (stripe) => stripe.paymentIntents.create(payment, key('payment:0197')),
  'a payment by Alipay': (stripe) =>
    stripe.paymentIntents.create(walletPayment('alipay'), key('payment:0198')),
  'a payment by WeChat': (stripe) =>
    stripe.paymentIntents.create(walletPayment('wechat_pay'), key('payment:0199')),
  'disputes of a payment': (stripe) => stripe.disputes.list({ payment_intent: 'pi_1' }),
  'a dispute given up': (stripe) =>
    stripe.disputes.update(
      'dp_1',
      { evidence: { uncategorized_text: 'losing_evidence' }, submit: true },
      key('evidence:0198'),
    ),
  'a payment found by metadata': (stripe) =>
    stripe.paymentIntents.search({ query: "metadata['reference']:'QS-1'" }),
  'part of a refund': (stripe) =>
    stripe.refunds.create(
      { payment_intent: 'pi_1', amount: 100, reason: 'duplicate', metadata: { operation_id: '1' } },
      key('refund:0197'),
    ),
  'metadata taken away': (stripe) => stripe.refunds.update('re_1', { metadata: '' }),
  'a recipient account': (stripe) => stripe.accounts.create(account, key('account:0197')),
  'an account read': (stripe) => stripe.accounts.retrieve('acct_1'),
  'an account link': (stripe) => stripe.accountLinks.create(accountLink),
  'a transfer': (stripe) => stripe.transfers.create(transfer, key('transfer:0197')),
  'a reversal': (stripe) => stripe.transfers.createReversal('tr_1', { amount: 100 }, key('reversal:0197')),
  'a payout of an account': (stripe) =>
    stripe.payouts.create(
      { amount: 100, currency: 'hkd' },
      { ...key('payout:0197'), stripeAccount: 'acct_1' },
    ),
  'evidence in a dispute': (stripe) =>
    stripe.disputes.update(
      'dp_1',
      { evidence: { shipping_carrier: 'SF', shipping_tracking_number: 'SF1' }, submit: false },
      key('evidence:0197'),
    ),
  'a file of evidence': (stripe) =>
    stripe.files.create(
      {
        purpose: 'dispute_evidence',
        file: { data: Buffer.from('%PDF-1.7'), name: '发货单.pdf', type: 'application/pdf' },
      },
      key('file:0197'),
    ),
  'the balance': (stripe) => stripe.balance.retrieve(),
  'bookings of a source': (stripe) => stripe.balanceTransactions.list({ source: 'ch_1' }),
  'events that were not delivered': (stripe) =>
    stripe.events.list({ types: ['checkout.session.completed'], delivery_success: false }),
  'a webhook endpoint': (stripe) =>
    stripe.webhookEndpoints.create({
      url: 'https://example.com/webhooks/stripe',
      enabled_events: ['checkout.session.completed'],
      api_version: '2026-10-28.endive',
    }),
}
