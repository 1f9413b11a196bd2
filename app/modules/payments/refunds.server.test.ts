import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { completeSellerOrder } from '~/modules/orders/complete-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { owner, passDays } from '../../../tests/fixtures/owner'
import {
  buildFinance,
  buildOwedSeller,
  moneyOf,
  openPool,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildHousehold,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import type { ParcelRefund } from './cut-parcel-refund.server'
import { recordRefund } from './record-refund.server'
import { requestRefund } from './request-refund.server'

beforeAll(buildGround)

type Platform = 'held' | 'refund_due' | 'refund_loss' | 'commission'
const ofPlatform = (kind: Platform) => findBalance(prisma, { system: 'platform', kind })
const cleared = () => findBalance(prisma, { system: 'stripe', kind: 'clearing' })

/** How much each account of the platform moved while something was done. */
async function moved(kinds: readonly Platform[], deed: () => Promise<unknown>) {
  const before = await Promise.all(kinds.map(ofPlatform))
  await deed()
  const after = await Promise.all(kinds.map(ofPlatform))
  return after.map((balance, index) => balance - (before[index] ?? 0n))
}

async function lineOf(sellerOrderId: string) {
  return owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
}

async function paymentOf(orderId: string) {
  return (await owner.payment.findFirstOrThrow({ where: { due: { orderId }, state: 'paid' } })).id
}

async function paidParcel({ quantity = 1, priceFen = 6800n } = {}) {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId, priceFen, stock: 20 })
  const { orderId } = await order(await buildCart([{ variantId: piece.variantId, quantity }]))
  const paymentId = await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const { id: orderLineId } = await lineOf(sellerOrderId)
  return { ...seller, orderId, paymentId, sellerOrderId, orderLineId }
}

async function complete(sale: Awaited<ReturnType<typeof paidParcel>>) {
  const { actor, sellerOrderId } = sale
  await shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber: 'EM123456789' })
  await prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId, how: 'buyer' }))
  await passDays(9)
  await completeSellerOrder(sellerOrderId)
}

type Wanted = Partial<ParcelRefund> & { sellerOrderId: string }

function refund(
  paymentId: string,
  { sellerOrderId, lines = [], postageFen = 0n, bearer = 'seller' }: Wanted,
) {
  return inScope({ job: 'income' }, (tx) =>
    requestRefund(tx, {
      paymentId,
      reason: 'goodwill',
      parcel: { sellerOrderId, lines, postageFen, bearer },
    }),
  )
}

function hear(refundId: string, status: 'succeeded' | 'failed') {
  const word = { refundRef: `re_${refundId}`, paymentRef: null, status, amount: 0n, currency: 'CNY' } as const
  return prisma.$transaction((tx) =>
    recordRefund(tx, refundId, {
      ...word,
      failureReason: status === 'failed' ? 'declined' : null,
      settlement: null,
    }),
  )
}

describe('a refund before the sale is earned', () => {
  it('leaves what is held at the decision, reaches the provider on success, and her income is the rest', async () => {
    const sale = await paidParcel({ quantity: 2, priceFen: 6801n })
    const { orderLineId, sellerOrderId, paymentId, sellerId } = sale
    let refundId = ''
    const decided = await moved(['held', 'refund_due'], async () => {
      refundId = await refund(paymentId, {
        sellerOrderId,
        lines: [{ orderLineId, quantity: 1, amountFen: 6801n }],
        postageFen: 300n,
      })
    })
    expect(decided).toEqual([7101n, -7101n])
    const before = await cleared()
    expect(await moved(['held', 'refund_due'], () => hear(refundId, 'succeeded'))).toEqual([0n, 7101n])
    await hear(refundId, 'succeeded')
    expect((await cleared()) - before).toBe(-7101n)
    expect(await moved(['held', 'commission'], () => complete(sale))).toEqual([7501n, -340n])
    // one of two pieces less 5 %, and what is left of the postage
    expect(await moneyOf(sellerId, 'payable')).toBe(6461n + 700n)
  })

  it('lets the platform bear it and the maker earn all', async () => {
    const sale = await paidParcel()
    const { orderLineId, sellerOrderId, paymentId, sellerId } = sale
    const decided = await moved(['held', 'refund_loss', 'refund_due'], () =>
      refund(paymentId, {
        sellerOrderId,
        bearer: 'platform',
        lines: [{ orderLineId, quantity: 0, amountFen: 1000n }],
      }),
    )
    expect(decided).toEqual([50n, 950n, -1000n])
    expect(await moved(['held', 'commission'], () => complete(sale))).toEqual([7750n, -290n])
    expect(await moneyOf(sellerId, 'payable')).toBe(6460n + 1000n)
  })

  it('that takes everything leaves nothing to earn', async () => {
    const sale = await paidParcel()
    const { orderLineId, sellerOrderId, paymentId, sellerId } = sale
    const lines = [{ orderLineId, quantity: 1, amountFen: 6800n }]
    await refund(paymentId, { sellerOrderId, lines, postageFen: 1000n })
    await complete(sale)
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await owner.ledgerTransaction.count({ where: { reference: `earned:${sellerOrderId}` } })).toBe(0)
  })
})

describe('a refund after the sale is earned', () => {
  it('takes back her share with the income of her household, the postage and the commission', async () => {
    const { sellerId, person, actor } = await buildSeller()
    const verifier = await buildActor({ role: 'coordinator', region: '620123' })
    const { householdId } = await buildHousehold()
    await joinHousehold({ personId: person.personId, householdId, verifiedById: verifier.userId })
    const piece = await buildPiece({ sellerId, priceFen: 6801n })
    const { orderId, sellerOrderId } = await sell(actor, [{ variantId: piece.variantId, quantity: 3 }])
    const line = await lineOf(sellerOrderId)
    const paymentId = await paymentOf(orderId)
    for (const [amountFen, quantity] of [
      [1n, 0],
      [6800n, 1],
      [line.amountFen - 6801n, 2],
    ] as const)
      await refund(paymentId, { sellerOrderId, lines: [{ orderLineId: line.id, quantity, amountFen }] })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    const income = await owner.incomeAttribution.findMany({ where: { lineMaker: { orderLineId: line.id } } })
    expect(income).toHaveLength(4)
    expect(new Set(income.map((row) => row.householdId))).toEqual(new Set([householdId]))
    expect(income.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(0n)
    const commission = await owner.ledgerEntry.aggregate({
      where: { transaction: { sellerOrderId }, account: { name: 'platform:commission' } },
      _sum: { amountMinor: true },
    })
    expect(commission._sum.amountMinor).toBe(0n)
  })

  it('becomes her debt when her money is on its way to the bank', async () => {
    const { sellerId, owedFen } = await buildOwedSeller()
    const { preparer, approver } = await buildFinance()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { sellerId }, include: { lines: true } })
    await refund(await paymentOf(parcel.orderId), {
      sellerOrderId: parcel.id,
      lines: parcel.lines.map(({ id, quantity, amountFen }) => ({ orderLineId: id, quantity, amountFen })),
      postageFen: parcel.postageFen,
    })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await moneyOf(sellerId, 'seller_debt')).toBe(-owedFen)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(owedFen)
  })
})

describe('a refund that fails', () => {
  it('stays due to the buyer, also when her bank sends it back days later', async () => {
    const { paymentId, sellerOrderId } = await paidParcel()
    const [soon, late] = [
      await refund(paymentId, { sellerOrderId, postageFen: 400n }),
      await refund(paymentId, { sellerOrderId, postageFen: 500n }),
    ]
    const before = await cleared()
    expect(await moved(['refund_due'], () => hear(soon, 'failed'))).toEqual([0n])
    await hear(late, 'succeeded')
    expect((await cleared()) - before).toBe(-500n)
    expect(await moved(['refund_due'], () => hear(late, 'failed'))).toEqual([-500n])
    await hear(late, 'failed')
    await hear(late, 'succeeded')
    expect(await cleared()).toBe(before)
    expect(await owner.refund.findUniqueOrThrow({ where: { id: late } })).toMatchObject({
      state: 'failed',
      failureReason: 'declined',
    })
    const alerts = await owner.alert.findMany({ where: { kind: 'refund_failed' }, orderBy: { at: 'asc' } })
    expect(alerts.map(({ subjectId }) => subjectId)).toEqual([soon, late])
    // what failed is still owed: it is not given a second time
    await expect(refund(paymentId, { sellerOrderId, postageFen: 101n })).rejects.toMatchObject({
      key: 'aftersales.tooMuch',
    })
  })
})

describe('many refunds at once', () => {
  it('never exceed the line, the postage or the payment, and tell the others so', async () => {
    const { paymentId, sellerOrderId, orderLineId } = await paidParcel({ quantity: 3, priceFen: 6000n })
    await openPool()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        refund(
          paymentId,
          index % 2 === 0
            ? { sellerOrderId, lines: [{ orderLineId, quantity: 1, amountFen: 2000n }] }
            : { sellerOrderId, postageFen: 300n },
        ),
      ),
    )
    const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(faults.filter((fault) => !(fault instanceof Refusal))).toEqual([])
    // three pieces of money and three of postage
    expect(faults).toHaveLength(44)
    const given = await owner.refundLine.aggregate({
      where: { sellerOrderId },
      _sum: { amountFen: true, quantity: true },
    })
    expect(given._sum).toEqual({ amountFen: 3n * 2000n + 3n * 300n, quantity: 3 })
  })
})
