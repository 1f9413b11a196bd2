import { beforeAll, describe, expect, it } from 'vitest'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  answerBatch,
  buildFinance,
  buildOwedSeller,
  ledgerTotals,
  linesOf,
  moneyOf,
  owedTo,
  payables,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildGround } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { findPayoutFigures } from './find-payout-figures.server'
import { findPayoutLines } from './find-payout-lines.server'
import { recordReturn } from './record-return.server'

beforeAll(buildGround)

async function paidSeller() {
  const { preparer, approver } = await buildFinance()
  const seller = await buildOwedSeller()
  const { batchId } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  await answerBatch(approver, batchId)
  const line = (await linesOf(batchId)).find(({ party }) => party.sellerId === seller.sellerId)
  if (!line) throw new Error('she is not in it')
  return { ...seller, preparer, approver, batchId, line }
}

describe('a payment that her bank sends back days later', () => {
  it('is owed again, once, and the next batch carries only that', async () => {
    const { sellerId, actor, owedFen, preparer, approver, batchId, line } = await paidSeller()
    const before = await findPayoutFigures()
    for (let time = 0; time < 2; time += 1)
      await recordReturn({ actor: approver, batchId, lineId: line.id, reason: '收款账户已销户' })
    expect(await owedTo(sellerId)).toBe(owedFen)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await findSellerMoney({ actor })).toMatchObject({ paidFen: 0, payableFen: Number(owedFen) })
    const after = await findPayoutFigures()
    expect(after.paidThisMonthFen).toBe(before.paidThisMonthFen - Number(owedFen))
    expect(after.paidThisMonthCount).toBe(before.paidThisMonthCount - 1)
    const rows = await findPayoutLines('paid')
    expect([rows.sumFen, rows.count]).toEqual([after.paidThisMonthFen, after.paidThisMonthCount])
    expect((await payables()).find((row) => row.sellerId === sellerId)).toMatchObject({
      outcome: 'ready',
      attempt: 2,
      lastFailure: '收款账户已销户',
    })
    expect(await owner.payoutEvent.count({ where: { batchId, note: `returned:${line.seq}` } })).toBe(1)
    const next = await preparedBatch(preparer)
    expect(next.lines.map(({ party }) => party.sellerId)).toEqual([sellerId])
    await approveBatch({ actor: approver, batchId: next.batchId })
    await answerBatch(approver, next.batchId)
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await ledgerTotals()).toEqual([0n])
  })

  it('must have been paid', async () => {
    const { preparer, approver } = await buildFinance()
    await buildOwedSeller()
    const { batchId, lines } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const lineId = lines[0]?.id ?? ''
    await expect(recordReturn({ actor: approver, batchId, lineId, reason: '退汇' })).rejects.toMatchObject({
      key: 'payout.notPaid',
    })
    const other = crypto.randomUUID()
    await expect(
      recordReturn({ actor: approver, batchId: other, lineId, reason: '退汇' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
