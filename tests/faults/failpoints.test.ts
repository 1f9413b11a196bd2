import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelByBuyer } from '~/modules/aftersales/cancel-by-buyer.server'
import { verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Failpoint } from '~/platform/failpoint.server'
import { pause } from '../../scripts/process/identity.mjs'
import { buy } from '../fixtures/http-buyer'
import { owner } from '../fixtures/owner'
import { findSaid, readCanaries } from '../fixtures/said-canaries'
import { type ServerProcess, serverProcess } from '../fixtures/server-process'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'

let shop: ServerProcess
let sellerId: string

beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
  shop = await serverProcess()
}, 120_000)
afterAll(() => shop.stop())

/** What must be true of the one order after the shop has come back and had its ninety seconds. */
type End = { orders: number; paid: number }

const rows: readonly (readonly [Failpoint, End])[] = [
  ['order.claimed', { orders: 0, paid: 0 }],
  ['order.placed', { orders: 1, paid: 0 }],
  ['payment.created', { orders: 1, paid: 0 }],
  ['payment.answered', { orders: 1, paid: 0 }],
  ['event.stored', { orders: 1, paid: 1 }],
  ['payment.read', { orders: 1, paid: 1 }],
  ['payment.recorded', { orders: 1, paid: 1 }],
]

describe('a shop that dies', () => {
  it.each(rows)('at %s leaves nothing by half', { timeout: 180_000 }, async (place, end) => {
    // jobs that an earlier death left active would be taken up again, and meet the failpoint first
    await owner.$executeRaw`DELETE FROM pgboss.job WHERE name = 'payment-event'`
    const piece = await buildPiece({ sellerId, stock: 5 })
    await shop.start({ FAILPOINT: `${place}:1:kill` })
    const purchase = await buy(shop.origin, piece)
    await shop.ended()
    await shop.start()
    const line = { variantId: piece.variantId }
    const ofPiece = { sellerOrders: { some: { lines: { some: line } } } }
    const deadline = Date.now() + 90_000
    while (
      Date.now() < deadline &&
      (await owner.order.count({ where: { ...ofPiece, status: 'paid' } })) < end.paid
    )
      await pause(250)
    const orders = await owner.order.findMany({
      where: ofPiece,
      select: { id: true, status: true, dues: { select: { payments: { select: { state: true } } } } },
    })
    expect(orders).toHaveLength(end.orders)
    expect(orders.filter(({ status }) => status === 'paid')).toHaveLength(end.paid)
    expect(purchase.hasPaid).toBe(end.paid === 1)
    const held = end.orders - end.paid
    const { onHand, reserved } = await owner.stockItem.findUniqueOrThrow({
      where: { variantId: piece.variantId },
    })
    expect({ onHand, reserved }).toEqual({ onHand: 5 - end.paid, reserved: held })
    for (const { id } of orders) {
      const booked = await owner.ledgerTransaction.count({ where: { orderId: id, kind: 'payment' } })
      expect(booked).toBe(end.paid)
    }
    expect(await prisma.$transaction(verifyLedger)).toEqual([])
    if (end.paid === 0) {
      const pages = [await purchase.again?.(), await purchase.again?.()]
      expect(pages).toEqual([expect.stringContaining('/c/pay/'), pages[0]])
      const payments = await owner.payment.findMany({
        where: { due: { order: ofPiece } },
        select: { sessionUrl: true },
      })
      expect(payments).toEqual([{ sessionUrl: pages[0] }])
      expect(await owner.order.count({ where: ofPiece })).toBe(1)
    }
    await shop.kill()
  })

  it('when the provider has taken a refund gives the money back once', { timeout: 180_000 }, async () => {
    const piece = await buildPiece({ sellerId, stock: 5 })
    await shop.start({ FAILPOINT: 'refund.answered:1:kill' })
    expect(await buy(shop.origin, piece)).toMatchObject({ wasThanked: true })
    const parcel = await owner.sellerOrder.findFirstOrThrow({
      where: { lines: { some: { variantId: piece.variantId } } },
      select: { id: true, orderId: true },
    })
    await cancelByBuyer({ ...parcel, sellerOrderId: parcel.id, userId: null, note: '' })
    await shop.ended()
    const mine = { lines: { some: { sellerOrderId: parcel.id } } }
    const find = () =>
      owner.refund.findFirstOrThrow({
        where: mine,
        select: { id: true, state: true, payment: { select: { paymentRef: true } } },
      })
    expect((await find()).state).toBe('requested')
    await shop.start()
    const deadline = Date.now() + 90_000
    while (Date.now() < deadline && (await find()).state !== 'succeeded') await pause(250)
    const { id, state, payment } = await find()
    expect(state).toBe('succeeded')
    const { STRIPE_API_BASE = '', STRIPE_SECRET_KEY = '' } = shop.environment
    const made = await fetch(new URL(`/v1/refunds?payment_intent=${payment.paymentRef}`, STRIPE_API_BASE), {
      headers: { authorization: `Bearer ${STRIPE_SECRET_KEY}` },
    })
    expect((await made.json()).data).toHaveLength(1)
    expect(await owner.ledgerTransaction.count({ where: { reference: `refund:${id}` } })).toBe(1)
    expect(await prisma.$transaction(verifyLedger)).toEqual([])
    await shop.kill()
  })

  it('has said nothing of anybody, whatever broke', async () => {
    const canaries = await readCanaries()
    expect(canaries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['line', 'name', 'phone']))
    expect(shop.said()).toContain('[sms]')
    expect(findSaid(shop.said(), canaries)).toEqual([])
  })
})
