import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { legsOf, type Provider, startProvider } from '../../../tests/fixtures/connect-transfers'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { buildFinance, ledgerTotals, moneyOf } from '../../../tests/fixtures/payouts'
import { buildGround } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { prepareBatch } from './prepare-batch.server'
import { resendTransfers } from './resend-transfers.server'
import { sendTransfer } from './send-transfer.server'

vi.hoisted(() => {
  process.env.FAILPOINT = 'transfer.answered:1:throw'
})

let provider: Provider
beforeAll(async () => {
  await buildGround()
  provider = await startProvider()
})
afterAll(() => provider.close())

describe('a shop that dies between the provider’s answer and its own books', () => {
  it('has sent one transfer and books it once when it comes back', async () => {
    const { preparer, approver } = await buildFinance()
    await provider.hold(9_000n, 'CNY')
    const { sellerId } = await provider.sellerAbroad(9_000n)
    const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
    await approveBatch({ actor: approver, batchId })
    const { number } = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
    const { id: lineId } = await owner.payoutLine.findFirstOrThrow({ where: { batchId } })
    await expect(sendTransfer({ lineId })).rejects.toThrow('failpoint transfer.answered')
    const sent = () => paymentGateway().findTransfers(number)
    expect(await sent()).toMatchObject([{ operationId: lineId, amount: 9_000n, currency: 'CNY' }])
    expect(await moneyOf(sellerId, 'in_transit')).toBe(9_000n)
    await sendTransfer({ lineId })
    await sendTransfer({ lineId })
    expect(await sent()).toHaveLength(1)
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await owner.payoutLine.findUniqueOrThrow({ where: { id: lineId } })).toMatchObject({
      state: 'paid',
    })
    expect(await legsOf(`payout:${lineId}:paid`)).toEqual(['clearing CNY -9000', 'in_transit CNY 9000'])
    expect(await ledgerTotals()).toEqual([0n])
  })

  it('is helped by the beat when its job has given up: an hour later the transfer is looked for, and made once', async () => {
    const { preparer, approver } = await buildFinance()
    await provider.hold(7_000n, 'CNY')
    const { sellerId } = await provider.sellerAbroad(7_000n)
    const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
    await approveBatch({ actor: approver, batchId })
    const { number } = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
    const sent = () => paymentGateway().findTransfers(number)
    await resendTransfers()
    expect(await sent()).toEqual([])
    await passSeconds(3_601)
    await provider.fail('/v1/transfers', 'unavailable', 'unavailable', 'unavailable', 'unavailable')
    await resendTransfers()
    await provider.well()
    await resendTransfers()
    await resendTransfers()
    expect(await sent()).toHaveLength(1)
    expect(await owner.payoutLine.findFirstOrThrow({ where: { batchId } })).toMatchObject({ state: 'paid' })
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'settled',
    })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
  })
})
