import { owner } from '../fixtures/owner'
import { openSandbox } from '../fixtures/sandbox'
import { buildGround } from '../fixtures/world'
import { terms } from './state'

/** The rules of the shop as the model knows them, and the payment stand-in. Nothing happens there by itself: commands decide it. */
export async function layGround(): Promise<{ close: () => Promise<void> }> {
  const sandbox = await openSandbox({ delays: { cardRefund: 1e9 } })
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
