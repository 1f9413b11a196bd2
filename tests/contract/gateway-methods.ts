import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'

type GatewayMethod = Exclude<keyof StripeGateway, 'livemode'>

/**
 * By what a method of the gateway is known in a record: the call that it makes, and where two methods make the same call,
 * the word before the colon of its Idempotency-Key or what it asks to expand. `webhook` makes none: it is known by an event
 * that the running shop took.
 */
export type Mark = { operation: string; key?: string; expand?: string } | 'webhook'

/** Every method of the gateway. One that is not here does not compile. */
export const gatewayMethods: Readonly<Record<GatewayMethod, Mark>> = {
  startCheckout: { operation: 'POST /v1/checkout/sessions', key: 'checkout' },
  readCheckout: {
    operation: 'GET /v1/checkout/sessions/{id}',
    expand: 'payment_intent.latest_charge.balance_transaction',
  },
  expireCheckout: { operation: 'POST /v1/checkout/sessions/{id}/expire' },
  refund: { operation: 'POST /v1/refunds', key: 'refund' },
  readRefund: { operation: 'GET /v1/refunds/{id}' },
  parseWebhook: 'webhook',
}

/** Whether an exchange is the doing of the method with this mark. A refused request counts: it was sent. */
export function bearsMark(exchange: ApiExchange, operation: string | null, mark: Mark): boolean {
  if (mark === 'webhook' || operation !== mark.operation) return false
  const { query, body, headers } = exchange
  const expansions = [...new URLSearchParams(`${query}&${body}`)]
    .filter(([name]) => /^expand\[/.test(name))
    .map(([, text]) => text)
  if (mark.expand !== undefined && !expansions.includes(mark.expand)) return false
  return mark.key === undefined || headers['idempotency-key']?.split(':')[0] === mark.key
}
