import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildFinance, buildOwedSeller, preparedBatch } from '../../../tests/fixtures/payouts'
import { sell } from '../../../tests/fixtures/shopping'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findLeftOutRows } from './find-left-out.server'
import { findPayoutRows } from './find-payouts.server'
import { findSales } from './find-sales.server'
import { type SalesFilter, SalesSearch } from './schema'

const none = SalesSearch.parse({})
let county: Actor
let other: Actor
let month: string

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  other = await buildActor({ role: 'coordinator', region: '620121' })
})

const look = (filter: Partial<SalesFilter> = {}, actor = county) =>
  findSales({ actor, filter: { ...none, month, ...filter }, locale: 'zh-CN', mostSellers: 50 })

const rowsOf = (filter: Partial<SalesFilter> = {}, actor = county) =>
  findLeftOutRows({ actor, filter: { ...none, month, ...filter }, after: null, locale: 'zh-CN' })

describe('what a month leaves out', () => {
  it('opens into its rows, by what the filter asks for, and says what is decided for good', async () => {
    const beads = await owner.craft.create({
      data: {
        code: 'beads',
        nameZh: '串珠',
        nameEn: 'Beads',
        sentenceZh: '。',
        sentenceEn: '.',
        position: 2,
      },
    })
    const seller = await buildSeller()
    const knot = await buildPiece({ sellerId: seller.sellerId, stock: 9, priceFen: 6800n })
    const beaded = await buildPiece({ sellerId: seller.sellerId, stock: 9, priceFen: 1200n })
    await owner.product.update({ where: { id: beaded.productId }, data: { craftId: beads.id } })
    const both = await sell(seller.actor, [{ variantId: knot.variantId }, { variantId: beaded.variantId }])
    const one = await sell(seller.actor, [{ variantId: knot.variantId }])
    const plain = await sell(seller.actor, [{ variantId: knot.variantId }])
    month = dayOf(await appNow()).slice(0, 7)
    for (const { sellerOrderId } of [both, one, plain]) {
      await owner.$executeRaw`UPDATE "SellerOrder" SET "completedAt" = app_now() WHERE id = ${sellerOrderId}::uuid`
      await owner.orderFlag.create({ data: { sellerOrderId, signs: ['phone'] } })
    }
    const decide = (sellerOrderId: string, decision: 'counted' | 'left_out') =>
      owner.orderFlag.update({
        where: { sellerOrderId },
        data: { decision, decidedById: county.userId, decidedAt: new Date(), reason: '看过' },
      })
    await decide(plain.sellerOrderId, 'counted')
    await decide(one.sellerOrderId, 'left_out')

    expect((await look()).leftOut).toEqual({ orders: 2, waiting: 1, goodsFen: 14_800 })
    const { rows } = await rowsOf()
    expect(rows.map(({ sellerOrderId, isDecided }) => [sellerOrderId, isDecided]).sort()).toEqual(
      [
        [both.sellerOrderId, false],
        [one.sellerOrderId, true],
      ].sort(),
    )
    expect(rows.reduce((sum, { goodsFen }) => sum + goodsFen, 0)).toBe(14_800)

    for (const [filter, leftOut] of [
      [{ craft: 'beads' }, { orders: 1, waiting: 1, goodsFen: 1200 }],
      [{ craft: 'knots' }, { orders: 2, waiting: 1, goodsFen: 13_600 }],
      [{ base: 'none' }, { orders: 2, waiting: 1, goodsFen: 14_800 }],
      [{ base: 'nowhere' }, { orders: 0, waiting: 0, goodsFen: 0 }],
      [{ channel: 'fair' }, { orders: 0, waiting: 0, goodsFen: 0 }],
      [{ paidBy: 'bank_transfer' }, { orders: 0, waiting: 0, goodsFen: 0 }],
    ] as const) {
      expect((await look(filter)).leftOut, JSON.stringify(filter)).toEqual(leftOut)
      const found = (await rowsOf(filter)).rows
      expect(found, JSON.stringify(filter)).toHaveLength(leftOut.orders)
      expect(found.reduce((sum, { goodsFen }) => sum + goodsFen, 0)).toBe(leftOut.goodsFen)
    }
    expect((await rowsOf({}, other)).rows).toEqual([])
    await expect(rowsOf({ place: '620123' }, other)).rejects.toMatchObject({ status: 404 })
  })
})

describe('payments of a month', () => {
  it('open into rows that add up, what came back below zero', async () => {
    const [first, second] = [await buildOwedSeller(), await buildOwedSeller({ number: '6217000012345679' })]
    const { preparer, approver } = await buildFinance()
    const { batchId, lines } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await owner.payoutLine.updateMany({ where: { batchId }, data: { state: 'paid', finishedAt: new Date() } })
    month = dayOf(await appNow()).slice(0, 7)
    const [line] = lines
    await owner.payoutLine.update({ where: { id: line?.id ?? '' }, data: { state: 'returned' } })
    const page = await look()
    const ask = (actor: Actor) =>
      findPayoutRows({ actor, filter: { ...none, month }, after: null, locale: 'zh-CN' })
    const { rows } = await ask(county)
    expect(rows).toHaveLength(3)
    expect(rows.map(({ sellerId }) => sellerId)).toEqual(
      expect.arrayContaining([first.sellerId, second.sellerId]),
    )
    expect(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(page.payouts?.fen)
    expect(page.payouts).toMatchObject({ payments: 2 })
    expect(rows.filter(({ amountFen }) => amountFen < 0)).toHaveLength(1)
    expect((await ask(other)).rows).toEqual([])
  })
})
