import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { MakeMode } from '~/generated/prisma/enums'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { recordPayment } from '~/modules/payments/record-payment.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { log } from '~/platform/log.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { order, paidSnapshot, pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { cancelByBuyer } from './cancel-by-buyer.server'
import { cannotMake } from './cannot-make.server'
import { refundParcel } from './refund-parcel.server'
import { startMaking } from './start-making.server'

beforeAll(buildGround)

/** A paid parcel of two pieces, with a second one of somebody else's in the same order. */
async function paid({ makeMode = 'stock' }: { makeMode?: MakeMode } = {}) {
  const seller = await buildSeller()
  const other = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId, makeMode, stock: 5 })
  const { variantId } = await buildPiece({ sellerId: other.sellerId })
  const lines = [{ variantId: piece.variantId, quantity: 2 }, { variantId }]
  const { orderId } = await order(await buildCart(lines))
  await pay(orderId)
  const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId, sellerId: seller.sellerId } })
  const rest = await owner.sellerOrder.findFirstOrThrow({ where: { orderId, sellerId: other.sellerId } })
  return { ...seller, orderId, sellerOrderId: parcel.id, restId: rest.id, piece }
}

type Paid = Awaited<ReturnType<typeof paid>>

const cancel = ({ orderId, sellerOrderId }: Pick<Paid, 'orderId' | 'sellerOrderId'>) =>
  cancelByBuyer({ orderId, sellerOrderId, userId: null, note: '买重了' })
const ship = ({ actor, sellerOrderId }: Paid) =>
  shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber: 'EM123456789' })
const refuse = (sale: Paid, backInStock = true) =>
  cannotMake({ actor: sale.actor, sellerOrderId: sale.sellerOrderId, note: '线断货了', backInStock })

const parcelOf = (id: string) =>
  owner.sellerOrder.findUniqueOrThrow({ where: { id }, include: { cancelWords: true } })
const refundsOf = (sellerOrderId: string) =>
  owner.refund.findMany({ where: { lines: { some: { sellerOrderId } } }, include: { lines: true } })
const onHand = async ({ piece }: Paid) =>
  (await owner.stockItem.findUniqueOrThrow({ where: { variantId: piece.variantId } })).onHand

/** Runs deeds at the same moment; the keys of those that were refused. Anything else that is thrown fails the test. */
async function meet(deeds: readonly (() => Promise<unknown>)[]) {
  const results = await Promise.allSettled(deeds.map((deed) => deed()))
  return results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof Refusal) return [result.reason.key]
    throw result.reason
  })
}

describe('a parcel that its buyer takes back', () => {
  it('comes back whole, with its pieces in stock, while the order’s other parcel goes on', async () => {
    const sale = await paid()
    const held = await findBalance(prisma, { system: 'platform', kind: 'held' })
    await cancel(sale)
    expect(await parcelOf(sale.sellerOrderId)).toMatchObject({
      status: 'cancelled',
      cancelWords: { note: '买重了' },
    })
    expect((await parcelOf(sale.sellerOrderId)).cancelledAt).not.toBeNull()
    expect(await parcelOf(sale.restId)).toMatchObject({ status: 'to_ship' })
    const [refund, ...more] = await refundsOf(sale.sellerOrderId)
    expect(more).toEqual([])
    expect(refund).toMatchObject({ amountMinor: 14600n, reason: 'buyer_cancelled', state: 'requested' })
    expect(refund?.lines.map(({ quantity, amountFen }) => [quantity, amountFen]).sort()).toEqual([
      [0, 1000n],
      [2, 13600n],
    ])
    expect((await findBalance(prisma, { system: 'platform', kind: 'held' })) - held).toBe(14600n)
    expect(await onHand(sale)).toBe(5)
    const moves = await owner.stockMovement.findMany({
      where: { orderLine: { sellerOrderId: sale.sellerOrderId } },
    })
    expect(moves.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['sold', -2],
      ['returned', 2],
    ])
  })

  it('is made to order: until its maker begins', async () => {
    const early = await paid({ makeMode: 'made_to_order' })
    await cancel(early)
    expect(await parcelOf(early.sellerOrderId)).toMatchObject({ status: 'cancelled' })
    const late = await paid({ makeMode: 'made_to_order' })
    await startMaking(late)
    await startMaking(late)
    await expect(cancel(late)).rejects.toMatchObject({ key: 'aftersales.begun' })
    expect(
      await owner.sellerOrderEvent.count({ where: { sellerOrderId: late.sellerOrderId, cause: 'making' } }),
    ).toBe(1)
    expect(await refundsOf(late.sellerOrderId)).toEqual([])
  })

  it('is nobody else’s, and not one that was sent', async () => {
    const [mine, theirs] = [await paid(), await paid()]
    await expect(cancel({ ...mine, sellerOrderId: theirs.sellerOrderId })).rejects.toMatchObject({
      status: 404,
    })
    await ship(mine)
    await expect(cancel(mine)).rejects.toMatchObject({ key: 'aftersales.alreadyShipped' })
  })
})

describe('a maker', () => {
  it('who cannot make it says why, and all goes back', async () => {
    const sale = await paid({ makeMode: 'made_to_order' })
    await startMaking(sale)
    await refuse(sale)
    expect(await parcelOf(sale.sellerOrderId)).toMatchObject({
      status: 'cancelled',
      cancelWords: { note: '线断货了' },
    })
    expect(await refundsOf(sale.sellerOrderId)).toMatchObject([
      { amountMinor: 14600n, reason: 'cannot_make' },
    ])
  })

  it('keeps pieces off the shelf that are not there', async () => {
    const sale = await paid()
    await refuse(sale, false)
    expect(await onHand(sale)).toBe(3)
  })

  it('has nothing to begin on ready pieces, and no say over another’s parcel', async () => {
    const [mine, theirs] = [await paid(), await paid()]
    await expect(startMaking(mine)).rejects.toMatchObject({ key: 'aftersales.nothingToMake' })
    await expect(refuse({ ...mine, sellerOrderId: theirs.sellerOrderId })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('two who act at the same moment', () => {
  const rounds = 8

  it('cancel ∥ ship: one wins, the other is told', async () => {
    await openPool()
    for (let round = 0; round < rounds; round += 1) {
      const sale = await paid()
      const faults = await meet(
        round % 2 ? [() => cancel(sale), () => ship(sale)] : [() => ship(sale), () => cancel(sale)],
      )
      const { status } = await parcelOf(sale.sellerOrderId)
      const refunds = await refundsOf(sale.sellerOrderId)
      if (status === 'cancelled') {
        expect(faults).toEqual(['order.notToShip'])
        expect(refunds).toHaveLength(1)
        expect(await onHand(sale)).toBe(5)
      } else {
        expect([status, ...faults]).toEqual(['shipped', 'aftersales.alreadyShipped'])
        expect(refunds).toEqual([])
        expect(await onHand(sale)).toBe(3)
      }
    }
  })

  it('cancel ∥ start making: one wins, the other is told', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const sale = await paid({ makeMode: 'made_to_order' })
      const both = [() => cancel(sale), () => startMaking(sale)]
      const faults = await meet(round % 2 ? both : both.reverse())
      const { status, makingSince } = await parcelOf(sale.sellerOrderId)
      if (status === 'cancelled') {
        expect([makingSince, ...faults]).toEqual([null, 'aftersales.alreadyCancelled'])
      } else {
        expect([status, ...faults]).toEqual(['to_ship', 'aftersales.begun'])
        expect(makingSince).not.toBeNull()
        expect(await refundsOf(sale.sellerOrderId)).toEqual([])
      }
    }
  })

  it('cancelling twenty times, and the maker giving up meanwhile, is one cancellation and one refund', async () => {
    const sale = await paid()
    const faults = await meet([...Array.from({ length: 20 }, () => () => cancel(sale)), () => refuse(sale)])
    expect(faults).toEqual(Array.from({ length: 20 }, () => 'aftersales.alreadyCancelled'))
    expect(await refundsOf(sale.sellerOrderId)).toHaveLength(1)
    expect(await onHand(sale)).toBe(5)
  })
})

describe('an order that was paid in two', () => {
  /** A fifth as a deposit, the rest as its balance, both paid; answers the payments, the newest first. */
  async function paidInTwo(orderId: string) {
    const due = await owner.orderDue.findFirstOrThrow({ where: { orderId } })
    const depositFen = due.amountFen / 5n
    const balanceFen = due.amountFen - depositFen
    await owner.$transaction([
      owner.orderDue.update({
        where: { id: due.id },
        data: { seq: 2, kind: 'balance', amountFen: balanceFen },
      }),
      owner.orderDue.create({ data: { orderId, seq: 1, kind: 'deposit', amountFen: depositFen } }),
    ])
    const dues = await owner.orderDue.findMany({ where: { orderId }, orderBy: { seq: 'asc' } })
    const paidIds: string[] = []
    for (const { id: dueId, amountFen } of dues) {
      const payment = await owner.payment.create({
        data: { dueId, attempt: 1, amountMinor: amountFen, currency: 'CNY' },
      })
      await prisma.$transaction((tx) =>
        recordPayment(tx, { paymentId: payment.id, snapshot: paidSnapshot(amountFen) }),
      )
      await passSeconds(60)
      paidIds.unshift(payment.id)
    }
    return { paidIds, depositFen, balanceFen }
  }

  it('gives a parcel back over both payments, never more than each brought, and nothing stays held', async () => {
    const seller = await buildSeller()
    const other = await buildSeller()
    const dear = await buildPiece({ sellerId: seller.sellerId, priceFen: 50_000n, stock: 9 })
    const cheap = await buildPiece({ sellerId: other.sellerId, priceFen: 6_800n })
    const lines = [{ variantId: dear.variantId, quantity: 2 }, { variantId: cheap.variantId }]
    const held = await findBalance(prisma, { system: 'platform', kind: 'held' })
    const { orderId } = await order(await buildCart(lines))
    const { paidIds, depositFen, balanceFen } = await paidInTwo(orderId)
    expect([depositFen, balanceFen]).toEqual([21_560n, 86_240n])
    const parcel = await owner.sellerOrder.findFirstOrThrow({
      where: { orderId, sellerId: seller.sellerId },
    })
    await cancelByBuyer({ orderId, sellerOrderId: parcel.id, userId: null, note: '不要了' })
    const [balance, deposit] = paidIds
    const given = await refundsOf(parcel.id)
    expect(given.sort((one, two) => Number(two.amountMinor - one.amountMinor))).toMatchObject([
      { paymentId: balance, amountMinor: 86_240n, lines: [{ quantity: 0, amountFen: 86_240n }] },
      { paymentId: deposit, amountMinor: 13_760n, lines: [{ quantity: 2, amountFen: 13_760n }] },
    ])
    const rest = await owner.sellerOrder.findFirstOrThrow({ where: { orderId, sellerId: other.sellerId } })
    await cancelByBuyer({ orderId, sellerOrderId: rest.id, userId: null, note: '' })
    expect(await refundsOf(rest.id)).toMatchObject([{ paymentId: deposit, amountMinor: 7_800n }])
    expect(await findBalance(prisma, { system: 'platform', kind: 'held' })).toBe(held)
  })
})

describe('a refund by finance', () => {
  it('of a parcel that its buyer takes back at the same moment waits for it, or the other way round', async () => {
    await openPool()
    const said = vi.spyOn(log, 'warn')
    const actor = await buildActor({ role: 'finance' })
    for (let round = 0; round < 12; round += 1) {
      const sale = await paid()
      const give = () =>
        refundParcel(actor, sale.sellerOrderId, {
          lines: [],
          postage: 100n,
          bearer: 'seller',
          byBank: true,
          reason: '寄错了颜色',
        })
      const refused = await meet([give, () => cancel(sale), give, () => cancel(sale)])
      expect(refused).toContain('aftersales.alreadyCancelled')
      const given = (await refundsOf(sale.sellerOrderId)).reduce((sum, one) => sum + one.amountMinor, 0n)
      expect(given).toBe(2n * 6800n + 1000n)
    }
    expect(said).not.toHaveBeenCalledWith('database.repeated', expect.anything())
  })
})
