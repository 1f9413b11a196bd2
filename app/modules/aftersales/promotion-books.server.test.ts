import { beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '~/modules/ledger/accounts'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { type LedgerFault, verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { completeSellerOrder } from '~/modules/orders/complete-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildPromotion, buildSponsor, orderWithCode } from '../../../tests/fixtures/promotions'
import { pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { giveUpParcel } from './give-up-parcel.server'
import { refundParcel } from './refund-parcel.server'

beforeAll(buildGround)

type Seller = Awaited<ReturnType<typeof buildSeller>>

/** A paid order of one maker: 2 × ¥99.90, less ten per cent. */
async function sold(over: Parameters<typeof buildPromotion>[0] = {}) {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId, priceFen: 9_990n })
  const sellerId = over.bearer === 'seller' ? { sellerId: seller.sellerId } : {}
  const { code } = await buildPromotion({ ...over, ...sellerId })
  const { orderId } = await orderWithCode([{ variantId: piece.variantId, quantity: 2 }], code)
  const paymentId = await pay(orderId)
  const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId }, include: { lines: true } })
  const [line] = parcel.lines
  if (!line) throw new Error('a parcel has a line')
  return { seller, orderId, paymentId, parcel, line }
}

const balance = (account: Account) => prisma.$transaction((tx) => findBalance(tx, account))
const owedTo = ({ sellerId }: Seller) => balance({ sellerId, kind: 'payable' })

/** What the books moved for an order, by account. */
async function moved(orderId: string): Promise<Record<string, bigint>> {
  const rows = await owner.$queryRaw<{ name: string; fen: bigint }[]>`
    SELECT a.name, sum(e."amountMinor")::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId"
    JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE t."orderId" = ${orderId}::uuid GROUP BY a.name`
  return Object.fromEntries(rows.filter(({ fen }) => fen !== 0n).map(({ name, fen }) => [name, fen]))
}

async function complete({ seller, parcel }: Awaited<ReturnType<typeof sold>>) {
  const sellerOrderId = parcel.id
  await shipSellerOrder({
    actor: seller.actor,
    sellerOrderId,
    carrier: 'ems',
    trackingNumber: `EM${sellerOrderId.slice(0, 8)}`,
  })
  await prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId, how: 'buyer' }))
  await passDays(9)
  await completeSellerOrder(sellerOrderId)
}

const faults = () => inScope({ job: 'income' }, (tx) => verifyLedger(tx))

async function giveBack(
  sale: Awaited<ReturnType<typeof sold>>,
  amount: bigint,
  bearer: 'seller' | 'platform' = 'seller',
) {
  const actor = await buildActor({ role: 'finance' })
  const lines = [{ id: sale.line.id, quantity: 0, amount }]
  await refundParcel(actor, sale.parcel.id, { lines, postage: 0n, bearer, byBank: false, reason: '补偿' })
}

describe('the books of a promotion', () => {
  it('show what the platform adds when the order is paid; the maker earns as if there were none', async () => {
    const sale = await sold()
    expect(sale.line).toMatchObject({
      amountFen: 19_980n,
      discountFen: 1_998n,
      borneFen: 1_998n,
      commissionFen: 999n,
    })
    expect(await moved(sale.orderId)).toEqual({
      'stripe:clearing': 17_982n,
      'platform:promotion': 1_998n,
      'platform:held': -19_980n,
    })
    await complete(sale)
    expect(await owedTo(sale.seller)).toBe(-18_981n)
    expect(await moved(sale.orderId)).not.toHaveProperty('platform:held')
    expect(await faults()).toEqual([])
  })

  it('show a sponsor’s part as owed by the sponsor', async () => {
    const organisationId = await buildSponsor()
    const sale = await sold({ bearer: 'sponsor', organisationId })
    expect(await balance({ organisationId, kind: 'promotion' })).toBe(1_998n)
    expect(await moved(sale.orderId)).not.toHaveProperty('platform:promotion')
  })

  it('leave a discount of the maker’s own out: it is a lower price, and the commission is of that', async () => {
    const sale = await sold({ bearer: 'seller' })
    expect(sale.line).toMatchObject({ discountFen: 1_998n, borneFen: 0n, commissionFen: 899n })
    expect(await moved(sale.orderId)).toEqual({ 'stripe:clearing': 17_982n, 'platform:held': -17_982n })
    await complete(sale)
    expect(await owedTo(sale.seller)).toBe(-17_083n)
    expect(await faults()).toEqual([])
  })

  it('give back what was paid and never the discount, whole and before it is earned', async () => {
    const sale = await sold()
    await prisma.$transaction((tx) =>
      giveUpParcel(tx, { parcel: { id: sale.parcel.id, orderId: sale.orderId }, reason: 'cannot_make' }),
    )
    expect(await owner.refund.findMany({ where: { paymentId: sale.paymentId } })).toMatchObject([
      { amountMinor: 17_982n },
    ])
    expect(await moved(sale.orderId)).toEqual({ 'stripe:clearing': 17_982n, 'platform:refund_due': -17_982n })
    expect(await faults()).toEqual([])
  })

  it('give back in parts to the fen: the bearer gets its own, the maker loses what she had earned', async () => {
    const sale = await sold()
    await complete(sale)
    for (const amount of [1n, 3_333n, 7_001n, 7_647n]) await giveBack(sale, amount)
    await expect(giveBack(sale, 1n)).rejects.toMatchObject({ key: 'aftersales.tooMuch' })
    expect(await moved(sale.orderId)).toEqual({ 'stripe:clearing': 17_982n, 'platform:refund_due': -17_982n })
    expect(await owedTo(sale.seller)).toBe(0n)
    expect(await faults()).toEqual([])
  })

  it('give back on the platform’s account, and the promotion is returned all the same', async () => {
    const sale = await sold()
    await giveBack(sale, 17_982n, 'platform')
    expect(await moved(sale.orderId)).toMatchObject({ 'platform:refund_loss': 18_981n })
    await complete(sale)
    expect(await owedTo(sale.seller)).toBe(-18_981n)
    expect(await moved(sale.orderId)).not.toHaveProperty('platform:promotion')
    expect(await faults()).toEqual([])
  })

  it('add up for every order: lines and postage are the due, and the due is what was taken', async () => {
    const rows = await owner.$queryRaw<{ lines: bigint; due: bigint; taken: bigint }[]>`
      SELECT o."postageFen" + (SELECT sum(l."amountFen" - l."discountFen") FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = o.id)::bigint AS lines,
        d."amountFen" AS due, p."amountMinor" AS taken
      FROM "Order" o JOIN "OrderDue" d ON d."orderId" = o.id JOIN "Payment" p ON p."dueId" = d.id WHERE p.state = 'paid'`
    expect(rows.length).toBeGreaterThan(4)
    for (const { lines, due, taken } of rows) expect([lines, due]).toEqual([taken, taken])
  })

  it('name what does not agree', async () => {
    const sale = await sold()
    await giveBack(sale, 5_000n)
    const { number } = await owner.order.findUniqueOrThrow({ where: { id: sale.orderId } })
    const refund = await owner.refundLine.findFirstOrThrow({ where: { orderLineId: sale.line.id } })
    const lost = `UPDATE "LedgerTransaction" SET reference = 'x' || reference WHERE reference = 'promotion:${sale.orderId}'`
    expect(await planted(lost)).toEqual([
      { rule: 'promotion_not_booked', ref: number },
      { rule: 'booked_without_document', ref: `xpromotion:${sale.orderId}` },
    ])
    const line = (set: string) => planted(`UPDATE "OrderLine" SET ${set} WHERE id = '${sale.line.id}'`)
    expect(await line('"borneFen" = "borneFen" - 1')).toEqual([{ rule: 'promotion_amount', ref: number }])
    expect(await line('"discountFen" = "discountFen" + 1')).toEqual([{ rule: 'paid_amount', ref: number }])
    expect(
      await planted(`UPDATE "RefundLine" SET "borneFen" = "borneFen" - 1 WHERE id = '${refund.id}'`),
    ).toEqual([{ rule: 'promotion_not_returned', ref: refund.refundId }])
    expect(await faults()).toEqual([])
  })
})

const undone = new Error('undone')

/** Does what the database never lets pass, looks, and undoes it. */
async function planted(sql: string) {
  const found: LedgerFault[] = []
  const look = owner.$transaction(async (tx) => {
    for (const table of ['LedgerTransaction', 'OrderLine', 'RefundLine'])
      await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
    await tx.$executeRawUnsafe(sql)
    found.push(...(await verifyLedger(tx)))
    throw undone
  })
  await expect(look).rejects.toBe(undone)
  return found
}
