import { env } from '~/platform/env.server'
import type { PaymentGateway } from './payment-gateway'
import { StripeGateway } from './stripe-gateway.server'

let gateway: PaymentGateway | undefined

/** The payment provider of this process, made from its settings at the first call. Refuses unsafe settings by throwing. */
export function paymentGateway(): PaymentGateway {
  gateway ??= new StripeGateway({
    // An absent key is refused as a malformed one is, with the same sentence.
    secretKey: env.STRIPE_SECRET_KEY ?? '',
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '',
    connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET,
    country: env.STRIPE_COUNTRY,
    apiBase: env.STRIPE_API_BASE === undefined ? undefined : new URL(env.STRIPE_API_BASE),
    appMode: env.APP_MODE,
  })
  return gateway
}
