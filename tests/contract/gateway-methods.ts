import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'

type GatewayMethod = {
  [Name in keyof StripeGateway]: StripeGateway[Name] extends (...given: never[]) => unknown ? Name : never
}[keyof StripeGateway]

/**
 * By what a method of the gateway is known in a record: the call that it makes, and where two methods make the same call,
 * the word before the colon of its Idempotency-Key, or a parameter that only it sends (`status=open`, `expand[]=charge`).
 * `webhook` makes none: it is known by an event that the running shop took.
 */
export type Mark = { operation: string; key?: string; param?: string } | 'webhook'

/** Every method of the gateway. One that is not here does not compile. */
export const gatewayMethods: Readonly<Record<GatewayMethod, Mark>> = {
  startCheckout: { operation: 'POST /v1/checkout/sessions' },
  // `expireCheckout` reads a session too, without this.
  readCheckout: {
    operation: 'GET /v1/checkout/sessions/{id}',
    param: 'expand[]=payment_intent.latest_charge.balance_transaction',
  },
  expireCheckout: { operation: 'POST /v1/checkout/sessions/{id}/expire' },
  refund: { operation: 'POST /v1/refunds' },
  readRefund: { operation: 'GET /v1/refunds/{id}' },
  parseWebhook: 'webhook',
}

/** Whether an exchange is the doing of the method with this mark: Stripe was asked, and answered what was asked for. */
export function bearsMark(exchange: ApiExchange, operation: string | null, mark: Mark): boolean {
  if (mark === 'webhook' || operation !== mark.operation || exchange.status !== 200) return false
  const { query, body, headers } = exchange
  const params = [...new URLSearchParams(`${query}&${body}`)].map(
    ([name, text]) => `${name.replace(/\[\d+\]/g, '[]')}=${text}`,
  )
  if (mark.param !== undefined && !params.includes(mark.param)) return false
  return mark.key === undefined || headers['idempotency-key']?.split(':')[0] === mark.key
}
