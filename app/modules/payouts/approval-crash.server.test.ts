import { beforeAll, describe, expect, it, vi } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { book, buildFinance, ledgerTotals, moneyOf, preparedBatch } from '../../../tests/fixtures/payouts'
import { buildBankAccount, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'

vi.hoisted(() => {
  process.env.FAILPOINT = 'payout.line.sent:2:throw'
})

beforeAll(buildGround)

describe('a shop that dies with half a batch approved', () => {
  it('has approved none of it, and all of it the next time, each line once', async () => {
    const { preparer, approver } = await buildFinance()
    const sellers = [await buildSeller(), await buildSeller(), await buildSeller()]
    for (const { sellerId, person } of sellers) {
      await buildBankAccount({ sellerId, key: person.key })
      await book({ sellerId }, 'payable', 5_000n)
    }
    const { batchId } = await preparedBatch(preparer)
    await expect(approveBatch({ actor: approver, batchId })).rejects.toThrow('failpoint')
    for (const { sellerId } of sellers) expect(await moneyOf(sellerId, 'payable')).toBe(5_000n)
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'prepared',
    })
    await approveBatch({ actor: approver, batchId })
    for (const { sellerId } of sellers) {
      expect(await moneyOf(sellerId, 'payable')).toBe(0n)
      expect(await moneyOf(sellerId, 'in_transit')).toBe(5_000n)
    }
    expect(await ledgerTotals()).toEqual([0n])
  })
})
