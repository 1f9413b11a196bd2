import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { prisma } from '~/platform/db/prisma.server'
import { pause } from '../../scripts/process/identity.mjs'
import { buy, type Purchase } from '../fixtures/http-buyer'
import { owner } from '../fixtures/owner'
import { findSaid, readCanaries } from '../fixtures/said-canaries'
import { type ServerProcess, serverProcess } from '../fixtures/server-process'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'

/** `npm run test:kill` sets 200. */
const kills = Number(process.env.KILLS ?? 10)
const buyersAtOnce = 4
const stock = 100_000

let shop: ServerProcess
let piece: { slug: string; variantId: string }

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  piece = await buildPiece({ sellerId, stock })
  shop = await serverProcess()
}, 120_000)
afterAll(() => shop.stop())

it(`${kills} kills over a mixed load lose nothing that was said and do nothing twice or by half`, {
  timeout: 60_000 + kills * 30_000,
}, async () => {
  await shop.start()
  const purchases: Purchase[] = []
  let isOver = false
  const buyer = async () => {
    while (!isOver) {
      const purchase = await buy(shop.origin, piece)
      purchases.push(purchase)
      await pause(purchase.wasThanked ? 20 : 200)
    }
  }
  const buyers = Array.from({ length: buyersAtOnce }, buyer)
  const watch = watchTotals(() => isOver)
  for (let round = 0; round < kills; round += 1) {
    await somebodyThanked(purchases)
    await pause(Math.random() * 1500)
    await shop.kill()
    await shop.start()
  }
  await somebodyThanked(purchases)
  isOver = true
  await Promise.all(buyers)
  expect(await watch).toBeGreaterThan(kills)

  const said = purchases.filter(({ payPage }) => payPage !== null)
  const paid = purchases.filter(({ hasPaid }) => hasPaid)
  console.log(`${kills} kills: ${purchases.length} begun, ${said.length} led to pay, ${paid.length} paid`)
  expect(paid.length).toBeGreaterThan(kills)
  await settled(paid.length)

  const pages = said.map(({ payPage }) => payPage ?? '')
  const attempts = await owner.payment.findMany({
    where: { sessionUrl: { in: pages } },
    select: {
      sessionUrl: true,
      state: true,
      due: { select: { order: { select: { id: true, status: true } } } },
    },
  })
  const byPage = new Map(attempts.map((attempt) => [attempt.sessionUrl, attempt]))
  expect(pages.filter((page) => !byPage.has(page))).toEqual([])
  for (const { payPage } of paid)
    expect(byPage.get(payPage)).toMatchObject({ state: 'paid', due: { order: { status: 'paid' } } })

  const orders = await owner.order.count({ where: { status: 'paid' } })
  const { onHand, reserved } = await owner.stockItem.findUniqueOrThrow({
    where: { variantId: piece.variantId },
  })
  const held = await owner.stockReservation.count({ where: { state: 'held' } })
  expect({ sold: stock - onHand, reserved }).toEqual({ sold: orders, reserved: held })
  expect(await owner.sellerOrder.count({ where: { status: 'to_ship' } })).toBe(orders)
  expect(await owner.ledgerTransaction.count({ where: { kind: 'payment' } })).toBe(orders)
  expect(await owner.orderEvent.count({ where: { status: 'paid' } })).toBe(orders)
  expect(await prisma.$transaction(verifyLedger)).toEqual([])

  const canaries = await readCanaries()
  expect(canaries.filter(({ kind }) => kind === 'line').length).toBeGreaterThanOrEqual(orders)
  expect(shop.said()).toContain('[sms]')
  expect(findSaid(shop.said(), canaries)).toEqual([])
})

/** Looks every second while the shop is killed under its load: whatever is committed sums to nothing in every currency. */
async function watchTotals(isOver: () => boolean): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const rows = await owner.$queryRaw<{ total: bigint }[]>`
      SELECT sum("amountMinor")::bigint AS total FROM "LedgerEntry" GROUP BY currency`
    expect(rows.filter(({ total }) => total !== 0n)).toEqual([])
    if (isOver()) return looks
    await pause(1000)
  }
}

/** Waits until the load runs: somebody new has come from the basket to the thanks. */
async function somebodyThanked(purchases: readonly Purchase[]): Promise<void> {
  const thanked = () => purchases.filter(({ wasThanked }) => wasThanked).length
  const before = thanked()
  const deadline = Date.now() + 30_000
  while (thanked() === before) {
    if (Date.now() > deadline) throw new Error('nobody could buy for 30 s')
    await pause(50)
  }
}

/** Waits until the worker has caught up, as long as it gets on: ninety seconds without a step are too many. Nobody helps it. */
async function settled(paid: number): Promise<void> {
  let last = ''
  let deadline = 0
  for (;;) {
    const done = await owner.payment.count({ where: { state: 'paid' } })
    const waiting = await owner.webhookEvent.count({ where: { state: 'received' } })
    if (done >= paid && waiting === 0) return
    const now = `${done} of ${paid} payments are known and ${waiting} events wait`
    if (now !== last) deadline = Date.now() + 90_000
    if (Date.now() > deadline) throw new Error(`for 90 s ${now}`)
    last = now
    await pause(500)
  }
}
