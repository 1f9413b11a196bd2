import { z } from 'zod'
import { chaosList } from './chaos'
import { startSandbox } from './server'

/**
 * The offline stand-in for Stripe as a process of its own. Prints `ready <address>`. Ends on a signal and, when
 * SANDBOX_PARENT is set, as soon as the process that started it is gone.
 */
const Environment = z.object({
  STRIPE_SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  STRIPE_SECRET_KEY: z.string(),
  STRIPE_WEBHOOK_SECRET: z.string(),
  STRIPE_WEBHOOK_URL: z.url().optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_CONNECT_WEBHOOK_URL: z.url().optional(),
  STRIPE_COUNTRY: z.string().default('HK'),
  /** What goes wrong with webhooks: `duplicate,delay,reorder,drop,stale_signature,forged_signature`. */
  STRIPE_SANDBOX_CHAOS: chaosList.default([]),
  STRIPE_SANDBOX_STATE: z.string().min(1).optional(),
  SANDBOX_PARENT: z.string().optional(),
})

async function main(): Promise<void> {
  const env = Environment.parse(process.env)
  const sandbox = await startSandbox({
    port: env.STRIPE_SANDBOX_PORT,
    secretKey: env.STRIPE_SECRET_KEY,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET,
    webhookUrl: addressOf(env.STRIPE_WEBHOOK_URL),
    connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET,
    connectWebhookUrl: addressOf(env.STRIPE_CONNECT_WEBHOOK_URL),
    country: env.STRIPE_COUNTRY,
    chaos: env.STRIPE_SANDBOX_CHAOS,
    // A wallet takes a while to give money back, so that the demo shows a refund on its way.
    delays: { walletRefund: 5 },
    stateFile: env.STRIPE_SANDBOX_STATE,
  })
  endWith(() => sandbox.close(), env.SANDBOX_PARENT !== undefined)
  console.log(`ready ${sandbox.origin.origin}`)
}

function addressOf(text: string | undefined): URL | undefined {
  return text === undefined ? undefined : new URL(text)
}

/** Calls `close` once, for whichever reason to end comes first. */
function endWith(close: () => Promise<void>, hasParent: boolean): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    close().then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  if (!hasParent) return
  process.once('disconnect', end)
  if (process.channel === undefined) process.stdin.on('end', end).on('error', end).on('close', end).resume()
}

function fail(error: unknown): never {
  console.error(`stripe-sandbox: ${sentenceFor(error)}`)
  process.exit(1)
}

function sentenceFor(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Another program already uses this port. (${error.message})`
  return error.message
}

main().catch(fail)
