import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  accountsBelowZero,
  answerBatch,
  book,
  buildFinance,
  ledgerTotals,
  linesOf,
  moneyOf,
  openPool,
  payables,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import {
  buildActor,
  buildBankAccount,
  buildGround,
  buildPerson,
  buildSeller,
} from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { cancelBatch } from './cancel-batch.server'
import { prepareBatch } from './prepare-batch.server'

beforeAll(buildGround)

async function sellerWithCard() {
  const seller = await buildSeller()
  await buildBankAccount({ sellerId: seller.sellerId, key: seller.person.key })
  return seller
}

const debtOf = async (sellerId: string) => -(await moneyOf(sellerId, 'seller_debt'))
const lineOf = async (batchId: string, sellerId: string) =>
  (await linesOf(batchId)).find(({ party }) => party.sellerId === sellerId)

describe('a debt after a refund', () => {
  it('is kept back from her next payout, half of it at most, and posted when somebody approves', async () => {
    const { preparer, approver } = await buildFinance()
    const { sellerId } = await sellerWithCard()
    await book({ sellerId }, 'payable', 50_001n)
    await book({ sellerId }, 'seller_debt', 90_000n)
    const { batchId } = await preparedBatch(preparer)
    expect(await lineOf(batchId, sellerId)).toMatchObject({ amountFen: 25_001n, nettedFen: 25_000n })
    expect(await debtOf(sellerId)).toBe(90_000n)
    await approveBatch({ actor: approver, batchId })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(25_001n)
    expect(await debtOf(sellerId)).toBe(65_000n)
    expect(await answerBatch(approver, batchId)).toMatchObject({ paid: expect.any(Number), faults: [] })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await ledgerTotals()).toEqual([0n])
  })

  it('stays when her bank sends the payment back: the payment is owed again, the repaid part is not', async () => {
    const { preparer, approver } = await buildFinance()
    const { sellerId } = await sellerWithCard()
    await book({ sellerId }, 'payable', 40_000n)
    await book({ sellerId }, 'seller_debt', 5_000n)
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const seq = (await lineOf(batchId, sellerId))?.seq ?? 0
    await answerBatch(approver, batchId, { [seq]: '账户已销户' })
    expect(await moneyOf(sellerId, 'payable')).toBe(35_000n)
    expect(await debtOf(sellerId)).toBe(0n)
    expect((await payables()).find((row) => row.sellerId === sellerId)).toMatchObject({
      nettedFen: 0n,
      amountFen: 35_000n,
      attempt: 2,
      lastFailure: '账户已销户',
    })
  })

  it('that has become smaller since stops the whole batch, with her name', async () => {
    const { preparer, approver } = await buildFinance()
    const { sellerId } = await sellerWithCard()
    await book({ sellerId }, 'payable', 40_000n)
    await book({ sellerId }, 'seller_debt', 5_000n)
    const { batchId } = await preparedBatch(preparer)
    await book({ sellerId }, 'seller_debt', -1n)
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.aboveDebt',
      params: { name: '示例结艺' },
    })
    expect(await moneyOf(sellerId, 'payable')).toBe(40_000n)
    await cancelBatch({ actor: preparer, batchId, reason: '试试' })
  })

  it('is repaid in full over payouts, and she never gets less than the rule says', async () => {
    const { preparer, approver } = await buildFinance()
    const round = fc.record({
      earned: fc.bigInt({ min: 100n, max: 60_000n }),
      refunded: fc.bigInt({ min: 0n, max: 30_000n }),
      comesBack: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const { sellerId } = await sellerWithCard()
        let owed = 0n
        const pay = async (comesBack: boolean) => {
          const balance = await moneyOf(sellerId, 'payable')
          const debt = await debtOf(sellerId)
          const { batchId } = await preparedBatch(preparer)
          await approveBatch({ actor: approver, batchId })
          const line = await lineOf(batchId, sellerId)
          if (!line) throw new Error('she is not in it')
          const gets = line.amountFen
          expect(gets + line.nettedFen).toBe(balance)
          expect(gets >= (balance < 10_000n ? balance : 10_000n)).toBe(true)
          expect(line.nettedFen * 2n <= balance && line.nettedFen <= debt).toBe(true)
          await answerBatch(approver, batchId, comesBack ? { [line.seq]: '退汇' } : {})
          owed -= line.nettedFen
        }
        for (const { earned, refunded, comesBack } of rounds) {
          await book({ sellerId }, 'payable', earned)
          if (refunded > 0n) await book({ sellerId }, 'seller_debt', refunded)
          owed += refunded
          await pay(comesBack)
          expect(await debtOf(sellerId)).toBe(owed)
        }
        for (let more = 0; (await debtOf(sellerId)) > 0n && more < 60; more += 1) {
          await book({ sellerId }, 'payable', 30_000n)
          await pay(false)
        }
        expect(await debtOf(sellerId)).toBe(0n)
        expect(await ledgerTotals()).toEqual([0n])
        expect(await accountsBelowZero()).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})

describe('twenty who prepare and approve at once', () => {
  it('never pay more than is owed, and leave no account below nothing', async () => {
    const sellers = [await sellerWithCard(), await sellerWithCard(), await sellerWithCard()]
    const owed = new Map<string, bigint>()
    for (const [index, { sellerId }] of sellers.entries()) {
      owed.set(sellerId, 30_000n + BigInt(index))
      await book({ sellerId }, 'payable', 30_000n + BigInt(index))
      await book({ sellerId }, 'seller_debt', 70_000n)
    }
    const actors = await Promise.all(Array.from({ length: 20 }, () => buildActor({ role: 'finance' })))
    await openPool()
    const prepared = await Promise.allSettled(actors.map((actor) => prepareBatch({ actor })))
    const batches = prepared.flatMap((one) => (one.status === 'fulfilled' ? [one.value.batchId] : []))
    await Promise.allSettled(
      actors.flatMap((actor) => batches.map((batchId) => approveBatch({ actor, batchId }))),
    )
    for (const { sellerId } of sellers) {
      const lines = await owner.payoutLine.findMany({ where: { party: { sellerId } } })
      const total = lines.reduce((sum, { amountFen, nettedFen }) => sum + amountFen + nettedFen, 0n)
      expect(total).toBe(owed.get(sellerId))
      expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    }
    expect(await ledgerTotals()).toEqual([0n])
    expect(await accountsBelowZero()).toEqual([])
  })
})

describe('a person who is paid for herself', () => {
  it('is in the batch like a seller, by her own name', async () => {
    const { preparer, approver } = await buildFinance()
    const broker = await buildPerson({ name: '示例经纪人' })
    await buildBankAccount({ personId: broker.personId, key: broker.key })
    await book({ personId: broker.personId }, 'payable', 1_234n)
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await answerBatch(approver, batchId)
    const line = await owner.payoutLine.findFirstOrThrow({
      where: { batchId, party: { personId: broker.personId } },
    })
    expect(line).toMatchObject({ state: 'paid', amountFen: 1_234n })
    expect(await findBalance(prisma, { personId: broker.personId, kind: 'payable' })).toBe(0n)
    expect(await accountsBelowZero()).toEqual([])
  })
})
