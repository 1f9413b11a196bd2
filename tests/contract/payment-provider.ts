import { randomUUID } from 'node:crypto'
import {
  type CheckoutOrder,
  PaymentGatewayError,
  type RefundOrder,
  sessionDeadline,
} from '~/platform/payments-sdk/payment-gateway'
import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'

/** A card that pays, one whose money is available at once, one whose holder disputes. */
export type TestCard = 'pays' | 'pays at once' | 'is disputed'

/** Who takes the payments of a run: the sandbox, or Stripe's test mode. */
export interface PaymentProvider {
  gateway: StripeGateway
  /** A payment of so many fen by a test card, made without a browser; its reference. */
  pay(amount: bigint, card?: TestCard): Promise<string>
  close(): Promise<void>
}

export interface SellerProvider extends PaymentProvider {
  /** An account that may receive transfers. */
  readySeller(): Promise<string>
}

export function order(change: Partial<CheckoutOrder> = {}): CheckoutOrder {
  return {
    operationId: randomUUID(),
    reference: `T-${randomUUID().slice(0, 8)}`,
    attempt: 1,
    lines: [
      { name: '盘长中堂挂结，朱红', quantity: 1, unitAmount: 36800n },
      { name: '折染长巾 "靛蓝" & <两条>', quantity: 2, unitAmount: 16800n },
    ],
    total: 70400n,
    currency: 'CNY',
    locale: 'zh-CN',
    expiresAt: sessionDeadline(new Date()),
    successUrl: 'https://example.com/orders/1?paid={CHECKOUT_SESSION_ID}',
    cancelUrl: 'https://example.com/checkout',
    metadata: { due: 'full' },
    ...change,
  }
}

export function refundOf(paymentRef: string, amount: bigint): RefundOrder {
  return {
    operationId: randomUUID(),
    paymentRef,
    amount,
    currency: 'CNY',
    reason: 'requested_by_customer',
  }
}

export async function failureOf(promise: Promise<unknown>): Promise<PaymentGatewayError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof PaymentGatewayError) return error
  throw new Error(`not a PaymentGatewayError: ${String(error)}`)
}
