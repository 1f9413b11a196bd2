import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildFinance, buildOwedSeller, moneyOf, preparedBatch } from '../../../tests/fixtures/payouts'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import type { ParcelRefund } from './cut-parcel-refund.server'
import { type RefundWord, recordRefund } from './record-refund.server'
import { requestRefund } from './request-refund.server'

beforeAll(buildGround)

/** One piece for ¥68 with ¥10 postage. */
async function paid() {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId, priceFen: 6800n })
  const { orderId } = await order(await buildCart([piece]))
  const paymentId = await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const { id: orderLineId } = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
  return { orderId, paymentId, sellerOrderId, orderLineId }
}

const refund = (paymentId: string, parcel: ParcelRefund) =>
  inScope({ job: 'income' }, (tx) => requestRefund(tx, { paymentId, reason: 'goodwill', parcel }))

const postageOf = ({ paymentId, sellerOrderId }: { paymentId: string; sellerOrderId: string }) =>
  refund(paymentId, { sellerOrderId, lines: [], postageFen: 500n, bearer: 'seller' })

describe('a refund that is settled in another currency', () => {
  const settlement = { amount: -540n, currency: 'hkd', fee: 12n, exchangeRate: '1.08' }
  const hear = (refundId: string, status: RefundWord['status'], settled: RefundWord['settlement']) =>
    prisma.$transaction((tx) =>
      recordRefund(tx, refundId, {
        refundRef: `re_${refundId}`,
        paymentRef: null,
        amount: 500n,
        currency: 'CNY',
        status,
        failureReason: status === 'failed' ? 'expired_or_canceled_card' : null,
        settlement: settled,
      }),
    )
  const cleared = async () => [
    await findBalance(prisma, { system: 'stripe', kind: 'clearing' }),
    await findBalance(prisma, { system: 'stripe', kind: 'clearing' }, 'HKD'),
  ]

  it('is booked once, also when the provider names the sum later', async () => {
    const sale = await paid()
    const [cny = 0n, hkd = 0n] = await cleared()
    const refundId = await postageOf(sale)
    await hear(refundId, 'succeeded', null)
    expect(await cleared()).toEqual([cny - 500n, hkd])
    await hear(refundId, 'succeeded', settlement)
    await hear(refundId, 'succeeded', settlement)
    expect(await cleared()).toEqual([cny, hkd - 552n])
    expect(await owner.refund.findUniqueOrThrow({ where: { id: refundId } })).toMatchObject({
      settlementMinor: -540n,
      settlementCurrency: 'HKD',
    })
  })

  it.each([settlement, null])('costs its fee alone when the bank sends it back', async (known) => {
    const sale = await paid()
    const [cny = 0n, hkd = 0n] = await cleared()
    const refundId = await postageOf(sale)
    await hear(refundId, 'succeeded', known)
    await hear(refundId, 'failed', settlement)
    await hear(refundId, 'failed', settlement)
    expect(await cleared()).toEqual([cny, hkd - 12n])
  })
})

describe('a refund by lines', () => {
  it('is refused when it names a line twice', async () => {
    const { paymentId, sellerOrderId, orderLineId } = await paid()
    const line = { orderLineId, quantity: 1, amountFen: 3000n }
    const twice: ParcelRefund = { sellerOrderId, lines: [line, line], postageFen: 0n, bearer: 'seller' }
    await expect(refund(paymentId, twice)).rejects.toMatchObject({ key: 'aftersales.tooMuch' })
  })

  it('that becomes a debt waits in line with whoever holds her accounts, never in a circle', async () => {
    const { sellerId, owedFen } = await buildOwedSeller()
    const { preparer, approver } = await buildFinance()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const payable = await owner.ledgerAccount.findUniqueOrThrow({
      where: { name: `seller:${sellerId}:payable` },
    })
    const debt = await owner.ledgerAccount.create({
      data: {
        // sorts before the other
        id: `00000000-${crypto.randomUUID().slice(9)}`,
        partyId: payable.partyId,
        kind: 'seller_debt',
        currency: 'CNY',
        name: `seller:${sellerId}:seller_debt`,
      },
    })
    const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { sellerId }, include: { lines: true } })
    const { id: paymentId } = await owner.payment.findFirstOrThrow({
      where: { due: { orderId: parcel.orderId } },
    })
    const given = await owner.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "LedgerAccount" WHERE id = ${debt.id}::uuid FOR UPDATE`
        const refunding = refund(paymentId, {
          sellerOrderId: parcel.id,
          lines: parcel.lines.map(({ id, quantity, amountFen }) => ({
            orderLineId: id,
            quantity,
            amountFen,
          })),
          postageFen: parcel.postageFen,
          bearer: 'seller',
        })
        await waitUntilSomebodyWaits()
        await tx.$executeRaw`SELECT 1 FROM "LedgerAccount" WHERE id = ${payable.id}::uuid FOR UPDATE`
        return { refunding }
      },
      { timeout: 15_000 },
    )
    await given.refunding
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await moneyOf(sellerId, 'seller_debt')).toBe(-owedFen)
  })
})

/** Until a session waits for another's lock: that is the refund, which cannot go on. */
async function waitUntilSomebodyWaits(): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await owner.$queryRaw<{ waiting: bigint }[]>`
          SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted`
        return row?.waiting ?? 0n
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0n)
}
