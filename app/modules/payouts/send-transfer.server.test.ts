import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syncPayment } from '~/modules/payments/sync-payment.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { legsOf, type Provider, startProvider } from '../../../tests/fixtures/connect-transfers'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import {
  accountsBelowZero,
  book,
  buildFinance,
  buildOwedSeller,
  ledgerTotals,
  moneyOf,
  payables,
} from '../../../tests/fixtures/payouts'
import { deliver, eventsOf, paidThere, workOff } from '../../../tests/fixtures/webhooks'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { cancelBatch } from './cancel-batch.server'
import { prepareBatch } from './prepare-batch.server'
import { recordReturn } from './record-return.server'
import { requestReversal } from './request-reversal.server'
import { sendReversal } from './send-reversal.server'
import { sendTransfer } from './send-transfer.server'

/** The buyer's ¥1,000.00 are settled as HK$1,086.50: the rate at which every batch below is sent. */
const inHkd = (fen: bigint) => (fen * 108_650n) / 100_000n

let provider: Provider
beforeAll(async () => {
  await buildGround()
  provider = await startProvider()
  const { sellerId } = await buildSeller()
  const { variantId } = await buildPiece({ sellerId, priceFen: 100_000n })
  await syncPayment(await paidThere(variantId))
  await provider.hold(100_000_000n, 'HKD')
})
afterAll(() => provider.close())

async function approvedTransfer(fen?: bigint) {
  const { preparer, approver } = await buildFinance()
  const seller = await provider.sellerAbroad(fen)
  const { batchId } = await prepareBatch({ actor: preparer, way: 'stripe' })
  await approveBatch({ actor: approver, batchId })
  const { id: lineId } = await owner.payoutLine.findFirstOrThrow({
    where: { batchId, party: { sellerId: seller.sellerId } },
  })
  const { number } = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
  const sent = async () =>
    (await paymentGateway().findTransfers(number)).filter(({ operationId }) => operationId === lineId)
  return { ...seller, preparer, approver, batchId, lineId, number, sent }
}

const lineOf = (id: string) => owner.payoutLine.findUniqueOrThrow({ where: { id } })

describe('a transfer to a seller’s own account', () => {
  it('is hers alone: no bank file carries her, and a bank batch says why', async () => {
    const { preparer } = await buildFinance()
    const abroad = await provider.sellerAbroad()
    const here = await buildOwedSeller()
    const bank = await prepareBatch({ actor: preparer })
    expect(bank.leftOut.find(({ sellerId }) => sellerId === abroad.sellerId)?.why).toBe('by_transfer')
    const stripe = await prepareBatch({ actor: preparer, way: 'stripe' })
    expect(stripe.lineCount).toBe(1)
    expect(stripe.leftOut.find(({ sellerId }) => sellerId === here.sellerId)?.why).toBe('open_line')
    for (const { batchId } of [bank, stripe]) await cancelBatch({ actor: preparer, batchId, reason: '试试' })
  })

  it('is sent once in the provider’s money, booked once and settles its batch, however often it is run', async () => {
    await provider.hold(100_000_000n, 'HKD')
    const { sellerId, lineId, batchId, accountRef, sent } = await approvedTransfer(33_333n)
    for (const { id } of await owner.payoutLine.findMany({ where: { batchId } }))
      await sendTransfer({ lineId: id })
    await Promise.all([1, 2, 3].map(() => sendTransfer({ lineId })))
    const amount = inHkd(33_333n)
    expect(await sent()).toMatchObject([{ accountRef, amount, currency: 'HKD' }])
    const [transfer] = await sent()
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid', providerRef: transfer?.transferRef })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'settled',
    })
    expect(await legsOf(`payout:${lineId}:paid`)).toEqual([
      `clearing HKD ${-amount}`,
      'fx_difference CNY -33333',
      `fx_difference HKD ${amount}`,
      'in_transit CNY 33333',
    ])
    expect(await ledgerTotals()).toEqual([0n, 0n])
  })

  it('survives an answer that was lost: the same key again, one transfer', async () => {
    const { sellerId, lineId, sent } = await approvedTransfer()
    const before = await provider.available('HKD')
    await provider.fail('/v1/transfers', 'reset_after_commit', 'unavailable', 'unavailable')
    await expect(sendTransfer({ lineId })).rejects.toMatchObject({ failure: 'unreachable' })
    expect(await lineOf(lineId)).toMatchObject({ state: 'in_transit' })
    await sendTransfer({ lineId })
    expect(await sent()).toHaveLength(1)
    expect(before - (await provider.available('HKD'))).toBe(inHkd(20_000n))
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
  })

  it('is looked for first when its answer was lost longer ago than the provider remembers our key', async () => {
    const { sellerId, lineId, sent } = await approvedTransfer()
    await provider.fail('/v1/transfers', 'reset_after_commit', 'unavailable', 'unavailable')
    await expect(sendTransfer({ lineId })).rejects.toMatchObject({ failure: 'unreachable' })
    provider.forgetKeys()
    await passSeconds(25 * 3600)
    await sendTransfer({ lineId })
    expect(await sent()).toHaveLength(1)
    expect(await lineOf(lineId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(sellerId, 'in_transit')).toBe(0n)
  })

  it('that the provider tells of, and of which we have no answer, is taken up by a job', async () => {
    const { lineId, accountRef, number, sent } = await approvedTransfer()
    const order = { operationId: lineId, accountRef, group: number }
    const amount = inHkd(20_000n)
    const { transferRef } = await paymentGateway().transfer({ ...order, amount, currency: 'HKD' })
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
    expect(await sent()).toHaveLength(1)
    await deliver({ type: 'transfer.updated', objectId: transferRef })
    await workOff(transferRef)
    expect(await jobs()).toBe((before ?? 0n) + 1n)
  })

  it('beyond what is available is refused, owed again with the reason, and paid when a week has passed', async () => {
    await provider.hold(inHkd(20_000n), 'HKD')
    const first = await approvedTransfer()
    await sendTransfer({ lineId: first.lineId })
    expect(await provider.available('HKD')).toBe(0n)
    const { sellerId, lineId, batchId } = await approvedTransfer(30_000n)
    await sendTransfer({ lineId })
    expect(await lineOf(lineId)).toMatchObject({ state: 'failed', failureReason: 'balance_insufficient' })
    expect(await moneyOf(sellerId, 'payable')).toBe(30_000n)
    await sendTransfer({ lineId })
    expect(await moneyOf(sellerId, 'payable')).toBe(30_000n)
    const alerts = await owner.alert.findMany({ where: { subjectId: lineId } })
    expect(alerts).toMatchObject([{ kind: 'transfer_failed', detail: { batchId } }])
    const again = async () => (await payables('stripe')).find((row) => row.sellerId === sellerId)
    const lastFailure = 'balance_insufficient'
    expect(await again()).toMatchObject({ outcome: 'ready', attempt: 2, lastFailure })

    await provider.passWeek()
    expect(await provider.available('HKD'), 'the buyer’s payment').toBeGreaterThan(inHkd(30_000n))
    const { preparer, approver } = await buildFinance()
    const { batchId: next } = await prepareBatch({ actor: preparer, way: 'stripe' })
    await approveBatch({ actor: approver, batchId: next })
    const line = await owner.payoutLine.findFirstOrThrow({
      where: { batchId: next, party: { sellerId } },
    })
    await sendTransfer({ lineId: line.id })
    expect(await lineOf(line.id)).toMatchObject({ state: 'paid', attempt: 2, amountFen: 30_000n })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await ledgerTotals()).toEqual([0n, 0n])
    await provider.hold(100_000_000n, 'HKD')
  })

  it('is no bank’s payment: nothing of a bank’s can be recorded on it', async () => {
    const { lineId, batchId, approver } = await approvedTransfer()
    await sendTransfer({ lineId })
    await expect(recordReturn({ actor: approver, batchId, lineId, reason: '退汇' })).rejects.toMatchObject({
      key: 'payout.notPaid',
    })
  })
})

/** A transfer that reached her, a debt after a refund, and what is asked back of it. */
async function askedBack(debtFen: bigint, amountFen = debtFen) {
  const paid = await approvedTransfer()
  await sendTransfer({ lineId: paid.lineId })
  await book({ sellerId: paid.sellerId }, 'seller_debt', debtFen)
  const { approver: actor, batchId, lineId } = paid
  const ask = (fen: bigint) => requestReversal({ actor, batchId, lineId, amountFen: fen })
  await ask(amountFen)
  const reversal = await owner.transferReversal.findFirstOrThrow({ where: { payoutLineId: lineId } })
  const { providerRef } = await lineOf(lineId)
  const transferRef = providerRef ?? ''
  const takenBack = () => paymentGateway().findReversals(transferRef)
  return { ...paid, ask, reversal, reversalId: reversal.id, transferRef, takenBack }
}

const reversalOf = (id: string) => owner.transferReversal.findUniqueOrThrow({ where: { id } })

describe('taking money back after a refund', () => {
  it('lowers her debt by what came back, once, and never asks for more than she owes', async () => {
    const { sellerId, ask, reversalId, takenBack } = await askedBack(6_000n, 4_000n)
    await expect(ask(6_001n)).rejects.toMatchObject({ key: 'payout.reversalAboveDebt' })
    await expect(ask(2_001n)).rejects.toMatchObject({ key: 'payout.reversalAboveDebt' })
    const before = await provider.available('HKD')
    await Promise.all([sendReversal({ reversalId }), sendReversal({ reversalId })])
    const amount = inHkd(4_000n)
    expect(await takenBack()).toMatchObject([{ operationId: reversalId, amount, currency: 'HKD' }])
    expect((await provider.available('HKD')) - before).toBe(amount)
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(2_000n)
    expect(await legsOf(`reversal:${reversalId}`)).toEqual([
      `clearing HKD ${amount}`,
      'fx_difference CNY 4000',
      `fx_difference HKD ${-amount}`,
      'seller_debt CNY -4000',
    ])
    expect(await ledgerTotals()).toEqual([0n, 0n])
    expect(await accountsBelowZero()).toEqual([])
  })

  it('is looked for first when its answer was lost longer ago than the provider remembers our key', async () => {
    const { sellerId, reversalId, transferRef, takenBack } = await askedBack(5_000n)
    const amount = inHkd(5_000n)
    await paymentGateway().reverseTransfer({ operationId: reversalId, transferRef, amount })
    provider.forgetKeys()
    await passSeconds(25 * 3600)
    await sendReversal({ reversalId })
    expect(await takenBack()).toHaveLength(1)
    expect(await reversalOf(reversalId)).toMatchObject({ state: 'done' })
    expect(await moneyOf(sellerId, 'seller_debt')).toBe(0n)
  })

  it('of what her bank has already is refused, and leaves the debt for her next payout', async () => {
    const { sellerId, accountRef, reversalId, takenBack } = await askedBack(3_000n)
    await provider.empty(accountRef)
    await sendReversal({ reversalId })
    expect(await reversalOf(reversalId)).toMatchObject({
      state: 'failed',
      failureReason: 'balance_insufficient',
    })
    expect(await takenBack()).toEqual([])
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(3_000n)
  })
})
