import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { env } from '~/platform/env.server'
import { owner } from '../../../tests/fixtures/owner'
import { book, buildFinance, ledgerTotals, moneyOf } from '../../../tests/fixtures/payouts'
import { buildConnectAccount, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { startTransferProvider, type TransferProvider } from '../../../tests/mocks/stripe-transfers'
import { approveBatch } from './approve-batch.server'
import { prepareBatch } from './prepare-batch.server'
import { sendTransfer } from './send-transfer.server'

vi.hoisted(() => {
  process.env.FAILPOINT = 'transfer.answered:1:throw'
})

let provider: TransferProvider
beforeAll(async () => {
  await buildGround()
  provider = await startTransferProvider()
  env.STRIPE_API_BASE = provider.origin
})
afterAll(() => provider.close())

describe('a shop that dies between the provider’s answer and its own books', () => {
  it('has sent one transfer and books it once when it comes back', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildSeller()
    const { sellerId } = seller
    await buildConnectAccount(seller)
    await book({ sellerId }, 'payable', 9_000n)
    const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
    await approveBatch({ actor: approver, batchId })
    const { id: lineId } = await owner.payoutLine.findFirstOrThrow({ where: { batchId } })
    await expect(sendTransfer({ lineId })).rejects.toThrow('failpoint transfer.answered')
    expect(provider.made).toHaveLength(1)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(9_000n)
    await sendTransfer({ lineId })
    await sendTransfer({ lineId })
    expect(provider.made).toHaveLength(1)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await owner.payoutLine.findUniqueOrThrow({ where: { id: lineId } })).toMatchObject({
      state: 'paid',
    })
    expect(await owner.ledgerTransaction.count({ where: { reference: `payout:${lineId}:paid` } })).toBe(1)
    expect(await ledgerTotals()).toEqual([0n])
  })
})
