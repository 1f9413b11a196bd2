import { randomUUID } from 'node:crypto'
import { sessionDeadline } from '~/platform/payments-sdk/payment-gateway'
import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'

type MethodOf<T> = {
  [Name in keyof T]: T[Name] extends (...given: never[]) => unknown ? Name : never
}[keyof T]

/** By what a method is known in a record. */
export interface Mark {
  /** The call of the API that it makes. */
  operation: string
  /** A parameter that it sends and other methods with the same call do not: `status=open`, `expand[]=charge`. */
  param?: string
  /** A parameter that it does not send and others do: `status`. */
  without?: string
  /** An example: its request must bear the mark, and no other method's may. */
  example: (gateway: StripeGateway) => Promise<unknown>
}

const since = new Date('2026-11-01T00:00:00Z')

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
  parseWebhook: 'webhook',
}

/** Whether an exchange is the doing of the method with this mark. */
export function bearsMark(exchange: ApiExchange, operation: string | null, mark: Mark): boolean {
  if (operation !== mark.operation) return false
  const params = [...new URLSearchParams(`${exchange.query}&${exchange.body}`)].map(
    ([name, text]) => `${name.replace(/\[\d+\]/g, '[]')}=${text}`,
  )
  if (mark.param !== undefined && !params.includes(mark.param)) return false
  return mark.without === undefined || !params.some((param) => param.startsWith(`${mark.without}=`))
}
