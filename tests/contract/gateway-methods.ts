import { randomUUID } from 'node:crypto'
import { sessionDeadline } from '~/platform/payments-sdk/payment-gateway'
import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import type { Mark } from './mark'

type MethodOf<T> = {
  [Name in keyof T]: T[Name] extends (...given: never[]) => unknown ? Name : never
}[keyof T]

const since = new Date('2026-11-01T00:00:00Z')
const until = new Date('2026-12-01T00:00:00Z')

/**
 * Every method of the gateway; one that is not here does not compile. `webhook` makes no call: it is known by an event that
 * the running shop took.
 */
export const gatewayMethods: Readonly<Record<MethodOf<StripeGateway>, Mark | 'webhook'>> = {
  startCheckout: {
    operation: 'POST /v1/checkout/sessions',
    example: (gateway) =>
      gateway.startCheckout({
        operationId: randomUUID(),
        reference: 'QS-1',
        attempt: 1,
        lines: [{ name: '盘长 & "中堂"', quantity: 2, unitAmount: 36800n }],
        total: 73600n,
        currency: 'CNY',
        locale: 'zh-CN',
        expiresAt: sessionDeadline(since),
        successUrl: 'https://example.com/orders/1?paid={CHECKOUT_SESSION_ID}',
        cancelUrl: 'https://example.com/checkout',
        metadata: { due: 'full' },
      }),
  },
  readCheckout: {
    operation: 'GET /v1/checkout/sessions/{id}',
    // `expireCheckout` reads a session too, without this.
    param: 'expand[]=payment_intent.latest_charge.balance_transaction',
    example: (gateway) => gateway.readCheckout('cs_1'),
  },
  expireCheckout: {
    operation: 'POST /v1/checkout/sessions/{id}/expire',
    example: (gateway) => gateway.expireCheckout('cs_1'),
  },
  listCheckouts: {
    operation: 'GET /v1/checkout/sessions',
    param: 'status=open',
    example: (gateway) => gateway.listCheckouts({ createdAfter: since, onlyOpen: true, cursor: 'cs_1' }),
  },
  findCheckout: {
    operation: 'GET /v1/checkout/sessions',
    without: 'status',
    example: (gateway) => gateway.findCheckout({ operationId: '1', createdAfter: since }),
  },
  readPayment: {
    operation: 'GET /v1/payment_intents/{id}',
    example: (gateway) => gateway.readPayment('pi_1'),
  },
  findRefusedCards: {
    operation: 'GET /v1/charges',
    example: (gateway) => gateway.findRefusedCards('pi_1'),
  },
  refund: {
    operation: 'POST /v1/refunds',
    example: (gateway) =>
      gateway.refund({
        operationId: randomUUID(),
        paymentRef: 'pi_1',
        amount: 100n,
        currency: 'CNY',
        reason: 'requested_by_customer',
      }),
  },
  readRefund: {
    operation: 'GET /v1/refunds/{id}',
    example: (gateway) => gateway.readRefund('re_1'),
  },
  findRefunds: {
    operation: 'GET /v1/refunds',
    example: (gateway) => gateway.findRefunds('pi_1'),
  },
  readDispute: {
    operation: 'GET /v1/disputes/{id}',
    example: (gateway) => gateway.readDispute('dp_1'),
  },
  listDisputes: {
    operation: 'GET /v1/disputes',
    example: (gateway) => gateway.listDisputes({ createdAfter: since }),
  },
  uploadEvidence: {
    operation: 'POST /v1/files',
    example: (gateway) =>
      gateway.uploadEvidence({
        operationId: randomUUID(),
        name: '发货单.pdf',
        type: 'application/pdf',
        bytes: Buffer.from('%PDF-1.7'),
      }),
  },
  submitEvidence: {
    operation: 'POST /v1/disputes/{id}',
    example: (gateway) =>
      gateway.submitEvidence({
        operationId: randomUUID(),
        disputeRef: 'dp_1',
        texts: { shipping_carrier: '顺丰', shipping_tracking_number: 'SF1', shipping_date: '2026-11-02' },
        files: { shipping_documentation: 'file_1' },
        submit: true,
      }),
  },
  acceptDispute: {
    operation: 'POST /v1/disputes/{id}/close',
    example: (gateway) => gateway.acceptDispute({ operationId: randomUUID(), disputeRef: 'dp_1' }),
  },
  openSellerAccount: {
    operation: 'POST /v1/accounts',
    example: (gateway) =>
      gateway.openSellerAccount({ operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }),
  },
  onboardingLink: {
    operation: 'POST /v1/account_links',
    example: (gateway) =>
      gateway.onboardingLink({
        accountRef: 'acct_1',
        refreshUrl: 'https://example.com/again',
        returnUrl: 'https://example.com/back',
      }),
  },
  readSeller: {
    operation: 'GET /v1/accounts/{id}',
    example: (gateway) => gateway.readSeller('acct_1'),
  },
  transfer: {
    operation: 'POST /v1/transfers',
    example: (gateway) =>
      gateway.transfer({
        operationId: randomUUID(),
        accountRef: 'acct_1',
        amount: 34960n,
        currency: 'HKD',
        group: 'B-1',
        sourceCharge: 'ch_1',
      }),
  },
  readTransfer: {
    operation: 'GET /v1/transfers/{id}',
    example: (gateway) => gateway.readTransfer('tr_1'),
  },
  findTransfers: {
    operation: 'GET /v1/transfers',
    example: (gateway) => gateway.findTransfers('B-1'),
  },
  reverseTransfer: {
    operation: 'POST /v1/transfers/{id}/reversals',
    example: (gateway) =>
      gateway.reverseTransfer({ operationId: randomUUID(), transferRef: 'tr_1', amount: 100n }),
  },
  findReversals: {
    operation: 'GET /v1/transfers/{id}/reversals',
    example: (gateway) => gateway.findReversals('tr_1'),
  },
  readBalance: {
    operation: 'GET /v1/balance',
    example: (gateway) => gateway.readBalance(),
  },
  listBalanceTransactions: {
    operation: 'GET /v1/balance_transactions',
    example: (gateway) => gateway.listBalanceTransactions({ createdAfter: since, createdBefore: until }),
  },
  payOut: {
    operation: 'POST /v1/payouts',
    example: (gateway) => gateway.payOut({ operationId: randomUUID(), amount: 100n, currency: 'HKD' }),
  },
  readPayout: {
    operation: 'GET /v1/payouts/{id}',
    example: (gateway) => gateway.readPayout('po_1'),
  },
  listPayouts: {
    operation: 'GET /v1/payouts',
    example: (gateway) => gateway.listPayouts({ createdAfter: since }),
  },
  listUndeliveredEvents: {
    operation: 'GET /v1/events',
    example: (gateway) =>
      gateway.listUndeliveredEvents({
        createdAfter: since,
        types: ['charge.dispute.created'],
        accountRef: 'acct_1',
      }),
  },
  readEvent: {
    operation: 'GET /v1/events/{id}',
    example: (gateway) => gateway.readEvent('evt_1', 'acct_1'),
  },
  parseWebhook: 'webhook',
}
