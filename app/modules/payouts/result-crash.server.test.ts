import { beforeAll, expect, it, vi } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import {
  answerBatch,
  book,
  buildFinance,
  ledgerTotals,
  linesOf,
  moneyOf,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildBankAccount, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'

vi.hoisted(() => {
  process.env.FAILPOINT = 'payout.row.booked:2:throw'
})

beforeAll(buildGround)

it('a shop that dies with half of the bank’s answer booked has booked none of it, and each row once the next time', async () => {
  const { preparer, approver } = await buildFinance()
  const sellers = [await buildSeller(), await buildSeller(), await buildSeller()]
  for (const { sellerId, person } of sellers) {
    await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'payable', 5_000n)
  }
  const { batchId } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  const failed = { 3: '账号不符' }
  await expect(answerBatch(preparer, batchId, failed)).rejects.toThrow('failpoint payout.row.booked')
  for (const { sellerId } of sellers) {
    expect(await moneyOf(sellerId, 'in_transit')).toBe(5_000n)
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
  }
  expect(await answerBatch(preparer, batchId, failed)).toMatchObject({ paid: 2, failed: 1 })
  expect(await answerBatch(preparer, batchId, failed)).toMatchObject({ paid: 0, failed: 0 })
  const lines = await linesOf(batchId)
  expect(lines.map(({ state }) => state)).toEqual(['paid', 'paid', 'failed'])
  for (const { id } of lines)
    expect(
      await owner.ledgerTransaction.count({ where: { reference: { startsWith: `payout:${id}:` } } }),
    ).toBe(2)
  for (const { sellerId } of sellers) expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
  expect(await ledgerTotals()).toEqual([0n])
})
