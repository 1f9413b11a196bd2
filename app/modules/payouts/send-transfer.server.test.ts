import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { prisma } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  accountsBelowZero,
  book,
  buildFinance,
  buildOwedSeller,
  ledgerTotals,
  moneyOf,
  payables,
} from '../../../tests/fixtures/payouts'
import { deliver, eventsOf, workOff } from '../../../tests/fixtures/webhooks'
import { buildConnectAccount, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { startTransferProvider, type TransferProvider } from '../../../tests/mocks/stripe-transfers'
import { approveBatch } from './approve-batch.server'
import { prepareBatch } from './prepare-batch.server'
import { recordReturn } from './record-return.server'
import { requestReversal } from './request-reversal.server'
import { sendReversal } from './send-reversal.server'
import { sendTransfer } from './send-transfer.server'

let provider: TransferProvider
beforeAll(async () => {
  await buildGround()
  provider = await startTransferProvider()
  env.STRIPE_API_BASE = provider.origin
})
afterAll(() => provider.close())
beforeEach(() => {
  provider.made.length = 0
})

/** A seller abroad with an account that money can be sent to, and so much owed. */
async function sellerAbroad(fen = 20_000n) {
  const seller = await buildSeller()
  const account = await buildConnectAccount(seller)
  await book({ sellerId: seller.sellerId }, 'payable', fen)
  return { ...seller, account }
}

async function approvedTransfer(fen?: bigint) {
  const { preparer, approver } = await buildFinance()
  const seller = await sellerAbroad(fen)
  const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
  await approveBatch({ actor: approver, batchId })
  const { id: lineId } = await owner.payoutLine.findFirstOrThrow({
    where: { batchId, party: { sellerId: seller.sellerId } },
  })
  return { ...seller, preparer, approver, batchId, lineId }
}

const lineOf = (id: string) => owner.payoutLine.findUniqueOrThrow({ where: { id } })

describe('a transfer to a seller’s own account', () => {
  it('is hers alone: no bank file carries her, and a bank batch says why', async () => {
    const { preparer } = await buildFinance()
    const abroad = await sellerAbroad()
    const here = await buildOwedSeller()
    const bank = await prepareBatch({ actor: preparer })
    expect(bank.leftOut.find(({ sellerId }) => sellerId === abroad.sellerId)?.why).toBe('by_transfer')
    const stripe = await prepareBatch({ actor: preparer, way: 'stripe' })
    expect(stripe.lineCount).toBe(1)
    expect(stripe.leftOut.find(({ sellerId }) => sellerId === here.sellerId)?.why).toBe('open_line')
  })

  it('is sent once, booked once and settles its batch, however often it is run', async () => {
    const { sellerId, lineId, batchId } = await approvedTransfer()
    await Promise.all([1, 2, 3].map(() => sendTransfer({ lineId })))
    await sendTransfer({ lineId })
    expect(provider.made).toMatchObject([{ key: `transfer:${lineId}`, amount: 20_000, currency: 'cny' }])
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid', providerRef: `tr_1_${lineId}` })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'settled',
    })
    expect(await owner.ledgerTransaction.count({ where: { reference: `payout:${lineId}:paid` } })).toBe(1)
    expect(await ledgerTotals()).toEqual([0n])
  })

  it('survives an answer that was lost: the same key again, one transfer', async () => {
    const { sellerId, lineId } = await approvedTransfer()
    provider.faults.push('reset', 'unavailable', 'unavailable')
    await expect(sendTransfer({ lineId })).rejects.toMatchObject({ failure: 'unreachable' })
    expect(await lineOf(lineId)).toMatchObject({ state: 'in_transit' })
    await sendTransfer({ lineId })
    expect(provider.made).toHaveLength(1)
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
  })

  it('that the provider tells of, and of which we have no answer, is taken up by a job', async () => {
    const { lineId, account, batchId } = await approvedTransfer()
    const { number } = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
    const sent = { operationId: lineId, accountRef: account.providerRef ?? '', group: number }
    const { transferRef } = await paymentGateway().transfer({ ...sent, amount: 20_000n, currency: 'CNY' })
    const jobs = async () => {
      const [row] = await owner.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pgboss.job WHERE name = 'payout-transfer' AND data->>'lineId' = ${lineId}`
      return row?.count
    }
    const before = await jobs()
    await deliver({ type: 'transfer.created', objectId: transferRef })
    await workOff(transferRef)
    expect(await eventsOf(transferRef)).toMatchObject([{ state: 'processed' }])
    expect(await jobs()).toBe((before ?? 0n) + 1n)
    await sendTransfer({ lineId })
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid', providerRef: transferRef })
    expect(provider.made).toHaveLength(1)
    await deliver({ type: 'transfer.updated', objectId: transferRef })
    await workOff(transferRef)
    expect(await jobs()).toBe((before ?? 0n) + 1n)
  })

  it('that is refused is owed again, with the reason, and staff hears of it', async () => {
    const { sellerId, lineId, batchId } = await approvedTransfer()
    provider.faults.push({ refuse: 'balance_insufficient' })
    await sendTransfer({ lineId })
    expect(await lineOf(lineId)).toMatchObject({ state: 'failed', failureReason: 'balance_insufficient' })
    expect(await moneyOf(sellerId, 'payable')).toBe(20_000n)
    await sendTransfer({ lineId })
    expect(provider.made).toEqual([])
    const alerts = await owner.alert.findMany({ where: { subjectId: lineId } })
    expect(alerts).toMatchObject([{ kind: 'transfer_failed', detail: { batchId } }])
    expect((await payables('stripe')).find((row) => row.sellerId === sellerId)).toMatchObject({
      outcome: 'ready',
      attempt: 2,
      lastFailure: 'balance_insufficient',
    })
  })

  it('is no bank’s payment: nothing of a bank’s can be recorded on it', async () => {
    const { lineId, batchId, approver } = await approvedTransfer()
    await sendTransfer({ lineId })
    await expect(recordReturn({ actor: approver, batchId, lineId, reason: '退汇' })).rejects.toMatchObject({
      key: 'payout.notPaid',
    })
  })
})

describe('taking money back after a refund', () => {
  it('lowers her debt by what came back, once, and never asks for more than she owes', async () => {
    const { sellerId, lineId, batchId, approver } = await approvedTransfer()
    await sendTransfer({ lineId })
    await book({ sellerId }, 'seller_debt', 6_000n)
    const ask = (amountFen: bigint) => requestReversal({ actor: approver, batchId, lineId, amountFen })
    await expect(ask(6_001n)).rejects.toMatchObject({ key: 'payout.reversalAboveDebt' })
    await ask(4_000n)
    await expect(ask(2_001n)).rejects.toMatchObject({ key: 'payout.reversalAboveDebt' })
    const { id: reversalId } = await owner.transferReversal.findFirstOrThrow({
      where: { payoutLineId: lineId },
    })
    const before = await findBalance(prisma, { system: 'stripe', kind: 'clearing' })
    await Promise.all([sendReversal({ reversalId }), sendReversal({ reversalId })])
    expect(provider.made.filter(({ path }) => path.endsWith('/reversals'))).toHaveLength(1)
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(2_000n)
    expect((await findBalance(prisma, { system: 'stripe', kind: 'clearing' })) - before).toBe(4_000n)
    expect(await accountsBelowZero()).toEqual([])
  })

  it('is looked for first when its answer was lost longer ago than the provider remembers our key', async () => {
    const { sellerId, lineId, batchId, approver } = await approvedTransfer()
    await sendTransfer({ lineId })
    await book({ sellerId }, 'seller_debt', 5_000n)
    await requestReversal({ actor: approver, batchId, lineId, amountFen: 5_000n })
    const { id: reversalId, createdAt } = await owner.transferReversal.findFirstOrThrow({
      where: { payoutLineId: lineId },
    })
    const { providerRef } = await owner.payoutLine.findUniqueOrThrow({ where: { id: lineId } })
    await paymentGateway().reverseTransfer({
      operationId: reversalId,
      transferRef: providerRef ?? '',
      amount: 5_000n,
    })
    provider.forgetKeys()
    await owner.transferReversal.update({
      where: { id: reversalId },
      data: { createdAt: new Date(createdAt.getTime() - 25 * 3_600_000) },
    })
    await sendReversal({ reversalId })
    expect(provider.made.filter(({ path }) => path.endsWith('/reversals'))).toHaveLength(1)
    expect(await owner.transferReversal.findUniqueOrThrow({ where: { id: reversalId } })).toMatchObject({
      state: 'done',
    })
    expect(await moneyOf(sellerId, 'seller_debt')).toBe(0n)
  })

  it('that the provider refuses leaves the debt for her next payout', async () => {
    const { sellerId, lineId, batchId, approver } = await approvedTransfer()
    await sendTransfer({ lineId })
    await book({ sellerId }, 'seller_debt', 3_000n)
    await requestReversal({ actor: approver, batchId, lineId, amountFen: 3_000n })
    const { id: reversalId } = await owner.transferReversal.findFirstOrThrow({
      where: { payoutLineId: lineId },
    })
    provider.faults.push({ refuse: 'insufficient_funds' })
    await sendReversal({ reversalId })
    expect(await owner.transferReversal.findUniqueOrThrow({ where: { id: reversalId } })).toMatchObject({
      state: 'failed',
      failureReason: 'insufficient_funds',
    })
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(3_000n)
  })
})
