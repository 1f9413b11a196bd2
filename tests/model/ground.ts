import { env } from '~/platform/env.server'
import { startSandbox } from '../../scripts/stripe-sandbox/server'
import { owner } from '../fixtures/owner'
import { buildGround } from '../fixtures/world'
import { terms } from './state'

/** The rules of the shop as the model knows them, and the payment stand-in. Nothing happens there by itself: commands decide it. */
export async function layGround(): Promise<{ close: () => Promise<void> }> {
  const sandbox = await startSandbox({
    secretKey: env.STRIPE_SECRET_KEY ?? '',
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '',
    delays: { cardRefund: 1e9 },
  })
  env.STRIPE_API_BASE = sandbox.origin.href
  await buildGround()
  await owner.commissionRule.create({
    data: {
      bps: terms.commissionBps,
      taxBps: terms.taxBps,
      priority: 1,
      validFrom: new Date('2020-01-01'),
    },
  })
  return sandbox
}
