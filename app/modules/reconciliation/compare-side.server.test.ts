import { beforeAll, describe, expect, it } from 'vitest'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { compareSide } from './compare-side.server'
import { explainDifference } from './explain-difference.server'
import { findDifferences } from './find-differences.server'

let variantId: string
beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 1000, priceFen: 20000n })).variantId
})

const until = () => new Date(Date.now() + 60_000)

/** A paid order whose charge the provider settled in Hong Kong dollars: both sides agree about it. */
async function settled() {
  const { orderId } = await order(await buildCart([{ variantId }]))
  const paymentId = await pay(orderId)
  const charge = `ch_${crypto.randomUUID()}`
  await owner.payment.update({ where: { id: paymentId }, data: { chargeRef: charge } })
  await settle(paymentId, 20000n, 21600n, 900n)
  await move(charge, { amount: 21600n, fee: 900n })
  return { paymentId, charge }
}

function settle(paymentId: string, fen: bigint, foreign: bigint, fee: bigint) {
  const clearing = { system: 'stripe', kind: 'clearing' } as const
  const exchange = { system: 'platform', kind: 'fx_difference' } as const
  return prisma.$transaction((tx) =>
    postTransaction(tx, {
      reference: `settlement:${paymentId}`,
      kind: 'settlement',
      legs: [
        { account: clearing, amount: -fen, purpose: 'settlement' },
        { account: exchange, amount: fen, purpose: 'settlement' },
        { account: clearing, amount: foreign - fee, currency: 'HKD', purpose: 'settlement' },
        {
          account: { system: 'platform', kind: 'payment_fee' },
          amount: fee,
          currency: 'HKD',
          purpose: 'settlement',
        },
        { account: exchange, amount: -foreign, currency: 'HKD', purpose: 'settlement' },
      ],
    }),
  )
}

function move(
  sourceRef: string | null,
  { type = 'charge', amount = 0n, fee = 0n, currency = 'HKD' } = {},
): Promise<{ providerRef: string }> {
  return owner.providerEntry.create({
    data: {
      providerRef: `txn_${crypto.randomUUID()}`,
      type,
      amountMinor: amount,
      feeMinor: fee,
      netMinor: amount - fee,
      currency,
      sourceRef,
      bookedAt: new Date(),
    },
    select: { providerRef: true },
  })
}

async function found() {
  await compareSide({ source: 'provider', until: until() })
  const { open } = await findDifferences()
  return open.map(({ kind, objectRef, currency, books, other }) => ({
    kind,
    objectRef,
    currency,
    books,
    other,
  }))
}

async function clean() {
  await owner.reconciliationDifference.deleteMany()
}

describe('the provider’s side', () => {
  it('agrees about what was settled, and raises no alarm about what is on its way', async () => {
    await settled()
    await settled()
    const { orderId } = await order(await buildCart([{ variantId }]))
    await pay(orderId)
    expect(await found()).toEqual([])
    const run = await owner.reconciliationRun.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
    expect(run).toMatchObject({ source: 'provider', found: 0, compared: 3 })
    expect(run.finishedAt).not.toBeNull()
    await owner.payment.updateMany({
      where: { due: { orderId } },
      data: { chargeRef: `ch_${crypto.randomUUID()}` },
    })
    await passDays(3)
    expect(await found()).toMatchObject([
      { kind: 'missing_there', currency: 'CNY', books: 20000, other: null },
    ])
    const { paymentId } = await owner.payment
      .findFirstOrThrow({ where: { due: { orderId } } })
      .then(({ id }) => ({ paymentId: id }))
    const { chargeRef } = await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })
    await settle(paymentId, 20000n, 21600n, 900n)
    await move(chargeRef, { amount: 21600n, fee: 900n })
    expect(await found()).toEqual([])
    await clean()
  })

  it('finds every planted difference with its amount and its object, and nothing else', async () => {
    const unknownCharge = 'ch_unknown'
    await move(unknownCharge, { amount: 500n })
    const unknownRefund = 're_unknown'
    await move(unknownRefund, { type: 'refund', amount: -500n })
    const adjustment = await move(null, { type: 'adjustment', amount: -77n })
    const more = await settled()
    await move(more.charge, { type: 'adjustment', amount: 1n })
    const less = await settled()
    await move(less.charge, { type: 'adjustment', amount: -1n })
    const twice = await settled()
    await move(twice.charge, { amount: 21600n, fee: 900n })
    const currency = await settled()
    await owner.providerEntry.updateMany({ where: { sourceRef: currency.charge }, data: { currency: 'EUR' } })
    const fee = await settled()
    await owner.providerEntry.updateMany({
      where: { sourceRef: fee.charge },
      data: { feeMinor: 901n, netMinor: 20699n },
    })
    const gone = await settled()
    await owner.providerEntry.deleteMany({ where: { sourceRef: gone.charge } })
    const extra = await settled()
    await prisma.$transaction((tx) =>
      postTransaction(tx, {
        reference: `correction:${extra.paymentId}`,
        kind: 'correction',
        legs: [
          { account: { system: 'stripe', kind: 'clearing' }, amount: 3n, currency: 'HKD', purpose: 'x' },
          {
            account: { system: 'platform', kind: 'payment_fee' },
            amount: -3n,
            currency: 'HKD',
            purpose: 'x',
          },
        ],
      }),
    )
    const payout = await move('po_1', { type: 'payout', amount: -1000n })
    const providerFee = await move(null, { type: 'stripe_fee', amount: -20n })
    await passDays(3)

    const byObject = Object.fromEntries((await found()).map(({ objectRef, ...rest }) => [objectRef, rest]))
    expect(byObject).toEqual({
      [unknownCharge]: { kind: 'missing_in_books', currency: 'HKD', books: null, other: 500 },
      [unknownRefund]: { kind: 'missing_in_books', currency: 'HKD', books: null, other: -500 },
      [adjustment.providerRef]: { kind: 'missing_in_books', currency: 'HKD', books: null, other: -77 },
      [more.charge]: { kind: 'amount', currency: 'HKD', books: 20700, other: 20701 },
      [less.charge]: { kind: 'amount', currency: 'HKD', books: 20700, other: 20699 },
      [twice.charge]: { kind: 'twice', currency: 'HKD', books: 20700, other: 41400 },
      [currency.charge]: { kind: 'currency', currency: 'EUR', books: 20700, other: 20700 },
      [fee.charge]: { kind: 'amount', currency: 'HKD', books: 20700, other: 20699 },
      [gone.charge]: { kind: 'missing_there', currency: 'HKD', books: 20700, other: null },
      [extra.charge]: { kind: 'amount', currency: 'HKD', books: 20703, other: 20700 },
      [payout.providerRef]: { kind: 'missing_in_books', currency: 'HKD', books: null, other: -1000 },
      [providerFee.providerRef]: { kind: 'missing_in_books', currency: 'HKD', books: null, other: -20 },
    })
  })

  it('keeps the age of what it knows, closes what is gone, and leaves what was explained', async () => {
    const actor = await buildActor({ role: 'finance' })
    const before = await findDifferences()
    await passDays(2)
    await found()
    const after = await findDifferences()
    expect(after.open.map(({ id }) => id)).toEqual(before.open.map(({ id }) => id))
    expect(after.open[0]?.ageDays).toBe((before.open[0]?.ageDays ?? 0) + 2)

    const one = after.open.find(({ objectRef }) => objectRef === 'ch_unknown')
    const explanation = '支付机构后台手工补的一笔，已核。'
    await explainDifference({ actor, differenceId: one?.id ?? '', explanation })
    await expect(
      explainDifference({ actor, differenceId: one?.id ?? '', explanation }),
    ).rejects.toMatchObject({ key: 'reconciliation.alreadyClosed' })
    await expect(
      explainDifference({ actor, differenceId: crypto.randomUUID(), explanation }),
    ).rejects.toMatchObject({ status: 404 })
    await owner.providerEntry.deleteMany({ where: { sourceRef: 're_unknown' } })
    const objects = (await found()).map(({ objectRef }) => objectRef)
    expect(objects).not.toContain('ch_unknown')
    expect(objects).not.toContain('re_unknown')
    expect(objects).toHaveLength(10)
    expect((await findDifferences()).explained).toMatchObject([{ objectRef: 'ch_unknown', explanation }])

    await owner.providerEntry.updateMany({ where: { sourceRef: 'ch_unknown' }, data: { netMinor: 501n } })
    expect((await found()).map(({ objectRef }) => objectRef)).toContain('ch_unknown')
  })

  it('takes turns when two compare at once', async () => {
    await owner.reconciliationDifference.deleteMany()
    await Promise.all(Array.from({ length: 6 }, () => compareSide({ source: 'provider', until: until() })))
    const { open } = await findDifferences()
    expect(new Set(open.map(({ objectRef }) => objectRef)).size).toBe(open.length)
    expect(open.length).toBeGreaterThan(5)
  })
})
