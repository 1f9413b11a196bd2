export interface StripeOptions {
  /** `sk_…` or a restricted `rk_…`, test or live. */
  secretKey: string
  /** `whsec_…` of the webhook endpoint. */
  webhookSecret: string
  /** `whsec_…` of the endpoint for events of the sellers' accounts; without it they are all refused. */
  connectWebhookSecret?: string | undefined
  /** ISO 3166 of the platform's own account; Hong Kong when left out. */
  country?: string | undefined
  /** How long one try may take, in milliseconds; 20 s when left out. */
  timeoutMs?: number | undefined
  /** Another server in Stripe's place: the offline sandbox on this machine, nothing else. */
  apiBase?: URL | undefined
  appMode: 'demo' | 'live'
}

/** The payment settings contradict each other or are unsafe: the process must not start. The message holds no secret. */
export class PaymentSettingsRefused extends Error {
  override readonly name = 'PaymentSettingsRefused'
}

export function isLiveKey(secretKey: string): boolean {
  return /^(sk|rk)_live_/.test(secretKey)
}

/** True for a literal loopback address or `localhost`. URL has already normalised odd spellings such as 0x7f000001. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
}

/**
 * Refuses keys of the wrong shape (a trailing newline is the usual accident) and any way of sending real payments, or a
 * real key, to something that is not Stripe.
 */
export function checkStripeOptions(options: StripeOptions): void {
  const { secretKey, webhookSecret, connectWebhookSecret, apiBase, appMode } = options
  if (!/^(sk|rk)_(test|live)_\w+$/.test(secretKey)) {
    throw new PaymentSettingsRefused('The Stripe secret key must look like sk_test_… or sk_live_….')
  }
  for (const secret of [webhookSecret, connectWebhookSecret ?? webhookSecret]) {
    if (!/^whsec_[^\s]+$/.test(secret)) {
      throw new PaymentSettingsRefused('A Stripe webhook secret must look like whsec_… and hold no blanks.')
    }
  }
  if (webhookSecret === connectWebhookSecret) {
    throw new PaymentSettingsRefused('Each Stripe webhook endpoint has a secret of its own.')
  }
  if (apiBase === undefined) return
  if (appMode === 'live') {
    throw new PaymentSettingsRefused(
      'A live shop talks to Stripe itself: another address is for the demo only.',
    )
  }
  if (isLiveKey(secretKey)) {
    throw new PaymentSettingsRefused('A live Stripe key is never sent to another address than Stripe’s.')
  }
  if (!isLoopback(apiBase) || !/^https?:$/.test(apiBase.protocol)) {
    throw new PaymentSettingsRefused(`The payment sandbox must be on this machine, not on ${apiBase.host}.`)
  }
  if (apiBase.pathname !== '/' || apiBase.username !== '' || apiBase.password !== '') {
    throw new PaymentSettingsRefused('The address of the payment sandbox is scheme, host and port, no more.')
  }
}
