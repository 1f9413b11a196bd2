import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { log } from '~/platform/log.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { closeOrder } from './close-order.server'
import { writeOrder } from './write-order.server'

beforeAll(buildGround)

const bare = {
  ...{ buyerPartyId: null, actorUserId: null, clientHash: null, deviceHash: null, promotionUse: null },
  ...{ itemsFen: 100n, discountFen: 0n, postageFen: 0n, totalFen: 100n },
  ...{ locale: 'zh-CN', country: 'CN', hidePrices: false, note: '', giftNote: '' },
  now: new Date(),
  payBy: new Date(),
  accessHash: new Uint8Array(32),
}

describe('placing an order', () => {
  it('makes one order with a part per seller, frozen and summing to the fen', async () => {
    const [a, b] = [await buildSeller(), await buildSeller({ village: '620121100201' })]
    const first = await buildPiece({ sellerId: a.sellerId, priceFen: 6801n })
    const second = await buildPiece({ sellerId: b.sellerId, priceFen: 25000n })
    const { orderId } = await order(await buildCart([{ variantId: first.variantId, quantity: 2 }, second]))
    const placed = await owner.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { sellerOrders: { include: { lines: true } }, dues: true },
    })
    expect(placed.itemsFen).toBe(38602n)
    expect(placed.postageFen).toBe(1000n)
    expect(placed.sellerOrders).toHaveLength(2)
    expect(placed.dues.map((due) => due.amountFen)).toEqual([39602n])
    const line = placed.sellerOrders
      .flatMap((part) => part.lines)
      .find((one) => one.variantId === first.variantId)
    expect(line).toMatchObject({ amountFen: 13602n, commissionBps: 500, commissionFen: 680n })
  })

  it('keeps its parts in the order of the basket, so that parcel one stays parcel one', async () => {
    const [a, b] = [await buildSeller(), await buildSeller()]
    const [first, second] = [await buildPiece(b), await buildPiece(a)]
    const cartId = await buildCart([second])
    await owner.cartLine.create({
      data: { cartId, variantId: first.variantId, quantity: 1, addedAt: new Date('2026-01-01') },
    })
    const { orderId } = await order(cartId)
    const parts = await owner.sellerOrder.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
    expect(parts.map(({ sellerId }) => sellerId)).toEqual([b.sellerId, a.sellerId])
  })

  it('gives one order for fifty presses of one form', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, stock: 60 })
    const cartId = await buildCart([piece])
    const token = crypto.randomUUID()
    const presses = await Promise.all(Array.from({ length: 50 }, () => order(cartId, token)))
    expect(new Set(presses.map(({ orderId }) => orderId)).size).toBe(1)
    expect(new Set(presses.map(({ secret }) => secret)).size).toBe(1)
    expect(presses[0]?.secret).toMatch(/^[\w-]{22}$/)
    expect(
      (await owner.stockItem.findUniqueOrThrow({ where: { variantId: piece.variantId } })).reserved,
    ).toBe(1)
  })

  it('never draws a number that another order has', async () => {
    const { sellerId } = await buildSeller()
    const { number } = await order(await buildCart([await buildPiece({ sellerId })]))
    const next = `${number.slice(0, 5)}${String((Number(number.slice(5)) + 1) % 1_000_000).padStart(6, '0')}`
    const drawn = [number, number, next]
    const other = inScope({ job: 'checkout' }, async (tx) => {
      const written = await writeOrder(tx, bare, () => drawn.shift() ?? '')
      // an order without parcels is none
      throw new Error(written.number)
    })
    await expect(other).rejects.toThrow(next)
  })

  it('refuses the same stock twice in one cart when one is left, as a sum', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, stock: 1 })
    const cartId = await buildCart([{ variantId: piece.variantId, quantity: 2 }])
    await expect(order(cartId)).rejects.toMatchObject({ key: 'order.soldOut' })
    expect(
      (await owner.stockItem.findUniqueOrThrow({ where: { variantId: piece.variantId } })).reserved,
    ).toBe(0)
    expect(await owner.cartLine.count({ where: { cartId } })).toBe(1)
  })

  it('says so when the price changed after the page was shown', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const cartId = await buildCart([piece])
    const seenTotalFen = await totalOf(cartId)
    const change = (unitPriceFen: bigint) =>
      owner.priceTier.updateMany({ where: { variantId: piece.variantId }, data: { unitPriceFen } })
    for (const price of [9900n, 5000n]) {
      await change(price)
      await expect(placeForm(cartId, { seenTotalFen })).rejects.toMatchObject({ key: 'order.changed' })
    }
    expect(await owner.orderLine.count({ where: { variantId: piece.variantId } })).toBe(0)
    await change(piece.priceFen)
    expect((await placeForm(cartId, { seenTotalFen })).number).toMatch(/^\d{4}-\d{6}$/)
  })
})

/** As somebody does who is told that it is busy just now. */
async function press(cartId: string): ReturnType<typeof order> {
  try {
    return await order(cartId)
  } catch (error) {
    if (!(error instanceof Refusal && error.key === 'errors.busy')) throw error
    await pause(1_000)
    return press(cartId)
  }
}

describe('the race for the last pieces', () => {
  it('sells ten of ten to two hundred buyers, twenty times, and leaves nothing reserved', {
    timeout: 600_000,
  }, async () => {
    const { sellerId } = await buildSeller()
    for (let round = 0; round < 20; round += 1) {
      const piece = await buildPiece({ sellerId, stock: 10 })
      const carts = await Promise.all(Array.from({ length: 200 }, () => buildCart([piece])))
      const outcomes = await Promise.allSettled(carts.map(press))
      const won = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? [outcome.value.orderId] : [],
      )
      const reasons = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [String(outcome.reason?.key ?? outcome.reason)] : [],
      )
      expect(won).toHaveLength(10)
      expect(new Set(reasons)).toEqual(new Set(['order.soldOut']))
      const stock = await owner.stockItem.findUniqueOrThrow({ where: { variantId: piece.variantId } })
      expect(stock).toMatchObject({ onHand: 10, reserved: 10 })
      for (const orderId of won) await closeOrder({ orderId, to: 'cancelled', cause: 'test' })
      expect(
        await owner.stockItem.findUniqueOrThrow({ where: { variantId: piece.variantId } }),
      ).toMatchObject({ onHand: 10, reserved: 0 })
    }
  })

  it('never deadlocks two carts with the same pieces the other way round', async () => {
    const { sellerId } = await buildSeller()
    const [a, b] = [await buildPiece({ sellerId, stock: 100 }), await buildPiece({ sellerId, stock: 100 })]
    const carts = await Promise.all(
      Array.from({ length: 60 }, (_, index) => buildCart(index % 2 ? [a, b] : [b, a])),
    )
    const said = vi.spyOn(log, 'warn')
    const outcomes = await Promise.allSettled(carts.map(press))
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toEqual([])
    expect(said).not.toHaveBeenCalledWith('database.repeated', expect.anything())
  })
})
