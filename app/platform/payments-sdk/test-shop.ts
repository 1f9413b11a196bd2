import { randomUUID } from 'node:crypto'
import { type Sandbox, startSandbox } from '../../../scripts/stripe-sandbox/server'
import { steerSandbox } from '../../../scripts/stripe-sandbox/steer'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { type CheckoutOrder, PaymentGatewayError, sessionDeadline } from './payment-gateway'
import { StripeGateway } from './stripe-gateway.server'

const keys = {
  secretKey: 'sk_test_gateway',
  webhookSecret: 'whsec_gateway',
  connectWebhookSecret: 'whsec_gateway_connect',
}

export const day = 24 * 60 * 60

type Options = Omit<Parameters<typeof startSandbox>[0], 'secretKey' | 'webhookSecret'>
type Payment = NonNullable<Parameters<typeof submitPayment>[1]>

/** For tests: a sandbox, the gateway that speaks to it, and what buyers and the passing of time do. */
export interface TestShop {
  sandbox: Sandbox
  gateway: StripeGateway
  /** A command to the sandbox itself, see `scripts/stripe-sandbox/control.ts`. */
  steer(command: string, fields?: Record<string, string>): ReturnType<typeof steerSandbox>
  passSeconds(seconds: number): Promise<void>
  /** Opens a checkout of ¥716 and submits its page. */
  pay(payment?: Payment, change?: Partial<CheckoutOrder>): Promise<{ sessionId: string; paymentRef: string }>
  close(): Promise<void>
}

export async function startTestShop(options: Options = {}): Promise<TestShop> {
  const sandbox = await startSandbox({ ...keys, ...options })
  // A hanging sandbox is given up soon.
  const gateway = new StripeGateway({ ...keys, appMode: 'demo', apiBase: sandbox.origin, timeoutMs: 500 })
  const steer = (command: string, fields?: Record<string, string>) =>
    steerSandbox({ origin: sandbox.origin, secretKey: keys.secretKey }, command, fields)
  return {
    sandbox,
    gateway,
    steer,
    async passSeconds(seconds) {
      await steer('clock', { advance: String(seconds) })
    },
    async pay(payment = { cardNumber: '4242424242424242' }, change = {}) {
      const { sessionId, url } = await gateway.startCheckout(testOrder(change))
      await submitPayment(url, payment)
      const { paymentRef } = await gateway.readCheckout(sessionId)
      if (paymentRef === null) throw new Error('nobody tried to pay')
      return { sessionId, paymentRef }
    },
    close: () => sandbox.close(),
  }
}

export function testOrder(change: Partial<CheckoutOrder> = {}): CheckoutOrder {
  return {
    operationId: randomUUID(),
    reference: `QS-${randomUUID().slice(0, 8)}`,
    attempt: 1,
    lines: [
      { name: '盘长中堂挂结，朱红', quantity: 1, unitAmount: 36800n },
      { name: '折染长巾 "靛蓝" & <两条>', quantity: 2, unitAmount: 16800n },
      { name: '邮费', quantity: 1, unitAmount: 1200n },
    ],
    total: 71600n,
    currency: 'CNY',
    locale: 'zh-CN',
    expiresAt: sessionDeadline(new Date()),
    successUrl: 'http://127.0.0.1:3000/orders/QS-1?paid={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:3000/checkout?left=1',
    metadata: { due: 'full' },
    ...change,
  }
}

/** What a promise was refused with, which must be the gateway's own error. */
export async function failureOf(promise: Promise<unknown>): Promise<PaymentGatewayError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof PaymentGatewayError) return error
  throw new Error(`not a PaymentGatewayError: ${String(error)}`)
}
