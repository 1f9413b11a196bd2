import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorker } from '~/platform/jobs/boss.server'
import { owner } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { bookedLegs, deliver, paidThere } from '../../../tests/fixtures/webhooks'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { applyPaymentEvent } from './apply-payment-event.server'

/** Ten thousand by BACKLOG=10000. */
const events = Number(process.env.BACKLOG ?? 300)
const orders = 10
/** milliseconds in which 99 of 100 deliveries are answered: alone on the machine, or beside the other tests */
const promptly = process.env.BACKLOG ? 500 : 3000

let sandbox: OpenSandbox

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
})
afterAll(() => sandbox.close())

it(`a worker that was away finds ${events} events and works off all of them, one failing among them`, {
  timeout: 60_000 + events * 200,
}, async () => {
  const { sellerId } = await buildSeller()
  const { variantId } = await buildPiece({ sellerId, stock: 1000 })
  const paid: Awaited<ReturnType<typeof paidThere>>[] = []
  for (let at = 0; at < orders; at += 1) paid.push(await paidThere(variantId))
  await openPool()

  const took: number[] = []
  const lanes = Array.from({ length: 5 }, async (_, lane) => {
    for (let at = lane; at < events; at += 5) {
      const began = performance.now()
      expect(await deliver({ objectId: paid[at % orders]?.sessionId ?? '' })).toBe(200)
      took.push(performance.now() - began)
    }
  })
  await Promise.all(lanes)
  expect(await owner.webhookEvent.count({ where: { state: 'received' } })).toBe(events)
  const p99 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)]
  expect(p99).toBeLessThan(promptly)

  let isFirst = true
  const nothing = async () => {}
  const stop = await startWorker({
    'payment-event': async ({ eventId = '' }) => {
      const fails = isFirst
      isFirst = false
      if (fails) throw new Error('the provider is away')
      await applyPaymentEvent({ eventId })
    },
    refund: nothing,
    'payout-transfer': nothing,
    'transfer-reversal': nothing,
    'picture-avif': nothing,
    'photo-archive': nothing,
    'order-letter': nothing,
    'card-notice': nothing,
    'dictation-notice': nothing,
    'message-notice': nothing,
    'place-search': nothing,
    due: nothing,
    sweep: nothing,
  })
  await expect
    .poll(() => owner.webhookEvent.count({ where: { state: 'received' } }), {
      timeout: 30_000 + events * 150,
      interval: 250,
    })
    .toBe(0)
  await stop()
  expect(await owner.webhookEvent.count({ where: { state: 'processed' } })).toBe(events)
  expect(await owner.order.count({ where: { status: 'paid' } })).toBe(orders)
  for (const { orderId } of paid)
    expect((await bookedLegs(orderId)).filter((leg) => leg.startsWith('payment'))).toHaveLength(2)
})
