import { beforeAll, describe, expect, it } from 'vitest'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildFinance,
  buildOwedSeller,
  linesOf,
  moneyOf,
  openPool,
  owedTo,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildActor, buildConsent, buildGround } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { cancelBatch } from './cancel-batch.server'

beforeAll(buildGround)

/** Something of hers goes back to a buyer. */
async function takeBack(tx: Tx, sellerId: string, amount: bigint): Promise<void> {
  await postTransaction(tx, {
    reference: `test:${crypto.randomUUID()}`,
    kind: 'refund',
    legs: [
      { account: { sellerId, kind: 'payable' }, amount, purpose: 'refund' },
      { account: { system: 'platform', kind: 'held' }, amount: -amount, purpose: 'refund' },
    ],
  })
}

/** A promise and how to keep it. */
function signal() {
  let resolve = () => {}
  const promise = new Promise<void>((keep) => {
    resolve = keep
  })
  return { promise, resolve }
}

/** Until some transaction waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await owner.$queryRaw<{ waiting: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted) AS waiting`
    if (row?.waiting) return
  }
}

describe('approving', () => {
  it('moves each line from owed to in transit, to the fen', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller({ priceFen: 9_999n })
    const { batchId, lines } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    expect(seller.owedFen).toBe(9_999n - 500n + 1_000n)
    expect(await owedTo(seller.sellerId)).toBe(0n)
    expect(await moneyOf(seller.sellerId, 'in_transit')).toBe(seller.owedFen)
    const money = await findSellerMoney({ actor: seller.actor })
    expect(money).toMatchObject({ payableFen: 0, inTransitFen: Number(seller.owedFen), paidFen: 0 })
    const references = await owner.ledgerTransaction.findMany({
      where: { reference: { in: lines.map(({ id }) => `payout:${id}:approved`) } },
      include: { entries: true },
    })
    expect(references).toHaveLength(lines.length)
    for (const { entries } of references)
      expect(entries.map(({ purpose }) => purpose)).toEqual(['payout', 'payout'])
    const batch = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
    expect(batch).toMatchObject({ state: 'approved', approvedById: approver.userId })
    expect((await linesOf(batchId)).every(({ state }) => state === 'in_transit')).toBe(true)
  })

  it('is never done by her who prepared, not by the verb and not by the database', async () => {
    const { preparer } = await buildFinance()
    await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await expect(approveBatch({ actor: preparer, batchId })).rejects.toMatchObject({ key: 'payout.ownBatch' })
    await expect(
      owner.$executeRaw`UPDATE "PayoutBatch" SET state = 'approved', "approvedById" = "preparedById", "approvedAt" = now() WHERE id = ${batchId}::uuid`,
    ).rejects.toThrow('PayoutBatch_two_people')
    await cancelBatch({ actor: preparer, batchId, reason: '试试' })
  })

  it('happens once, however many press at once', async () => {
    const { preparer } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId, lines } = await preparedBatch(preparer)
    const actors = await Promise.all(Array.from({ length: 20 }, () => buildActor({ role: 'finance' })))
    await openPool()
    const results = await Promise.allSettled(actors.map((actor) => approveBatch({ actor, batchId })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ key: 'payout.notPrepared' })
    expect(await owedTo(seller.sellerId)).toBe(0n)
    expect(await moneyOf(seller.sellerId, 'in_transit')).toBe(seller.owedFen)
    expect(await owner.payoutEvent.count({ where: { batchId, state: 'approved' } })).toBe(1)
    expect(
      await owner.ledgerTransaction.count({
        where: { reference: { in: lines.map(({ id }) => `payout:${id}:approved`) } },
      }),
    ).toBe(lines.length)
  })

  it('and the same person twice is once', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await approveBatch({ actor: approver, batchId })
    expect(await moneyOf(seller.sellerId, 'in_transit')).toBe(seller.owedFen)
  })

  it('refuses the whole batch when a line is above what is owed now, with the name', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await prisma.$transaction((tx) => takeBack(tx, seller.sellerId, 1n))
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.aboveBalance',
      params: { name: '示例结艺' },
    })
    expect(await owedTo(seller.sellerId)).toBe(seller.owedFen - 1n)
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'prepared',
    })
    await cancelBatch({ actor: approver, batchId, reason: '余额变了' })
  })

  it('waits for a posting under way and then sees it', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    const posted = signal()
    const release = signal()
    const refund = prisma.$transaction(async (tx) => {
      await takeBack(tx, seller.sellerId, 10n)
      posted.resolve()
      await release.promise
    })
    await posted.promise
    const approval = approveBatch({ actor: approver, batchId })
    const outcome = approval.then(
      () => null,
      (error: unknown) => error,
    )
    await Promise.race([outcome, somebodyWaits()])
    release.resolve()
    await refund
    expect(await outcome).toMatchObject({ key: 'payout.aboveBalance' })
    expect(await moneyOf(seller.sellerId, 'in_transit')).toBe(0n)
    expect(await owedTo(seller.sellerId)).toBe(seller.owedFen - 10n)
    await cancelBatch({ actor: approver, batchId, reason: '余额变了' })
  })

  it('refuses when a card was closed since', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await owner.bankAccount.update({
      where: { id: seller.bankAccountId ?? '' },
      data: { closedAt: new Date() },
    })
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.accountGone',
    })
    await cancelBatch({ actor: approver, batchId, reason: '卡停了' })
  })

  it('refuses when she took back her consent to a card in another name, and says so', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const consentId = await buildConsent(seller.person.personId, 'account_in_other_name')
    await owner.bankAccount.update({
      where: { id: seller.bankAccountId ?? '' },
      data: { relation: 'spouse', consentId },
    })
    const { batchId } = await preparedBatch(preparer)
    await owner.consent.update({ where: { id: consentId }, data: { withdrawnAt: new Date() } })
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.notAgreed',
    })
    expect(await owedTo(seller.sellerId)).toBe(seller.owedFen)
    await cancelBatch({ actor: approver, batchId, reason: '撤回了同意' })
  })

  it('finds nothing under an unknown id, and nothing to approve after cancelling', async () => {
    const { preparer, approver } = await buildFinance()
    await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await cancelBatch({ actor: preparer, batchId, reason: '试试' })
    await expect(approveBatch({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.notPrepared',
    })
    await expect(approveBatch({ actor: approver, batchId: crypto.randomUUID() })).rejects.toMatchObject({
      status: 404,
    })
  })
})
