import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvidenceOrder } from './disputes'
import { day, failureOf, startTestShop, type TestShop } from './test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

async function disputed(cardNumber = '4000000000000259') {
  const { paymentRef } = await shop.pay({ cardNumber })
  const all = await shop.gateway.listDisputes({ createdAfter: new Date(0) })
  const dispute = all.find((one) => one.paymentRef === paymentRef)
  if (dispute === undefined) throw new Error('not disputed')
  return dispute
}

const evidence = (disputeRef: string, change: Partial<EvidenceOrder> = {}): EvidenceOrder => ({
  operationId: randomUUID(),
  disputeRef,
  texts: { shipping_carrier: '顺丰速运', shipping_tracking_number: 'SF1234567890' },
  files: {},
  submit: true,
  ...change,
})

const netOf = ({ movements }: { movements: readonly { net: bigint }[] }) =>
  movements.reduce((sum, { net }) => sum + net, 0n)

describe('a dispute', () => {
  test('takes the money and a fee, and can be answered for two weeks', async () => {
    const dispute = await disputed()
    expect(dispute).toMatchObject({
      state: 'needs_response',
      providerStatus: 'needs_response',
      isInquiry: false,
      reason: 'fraudulent',
      amount: 71600n,
      currency: 'CNY',
      hasEvidence: false,
      submissionCount: 0,
    })
    expect(dispute.movements).toMatchObject([
      { type: 'adjustment', amount: -77793n, fee: 8500n, net: -86293n, currency: 'HKD' },
    ])
    expect(await shop.gateway.readDispute(dispute.disputeRef)).toEqual(dispute)
    const answerTime = (dispute.evidenceDueBy?.getTime() ?? 0) - dispute.created.getTime()
    expect(answerTime / 1000).toBe(14 * day)
    expect((await shop.gateway.readPayment(dispute.paymentRef ?? '')).disputed).toBe(true)
    const refund = shop.gateway.refund({
      operationId: randomUUID(),
      paymentRef: dispute.paymentRef ?? '',
      amount: 100n,
      currency: 'CNY',
      reason: 'requested_by_customer',
    })
    expect(await failureOf(refund)).toMatchObject({ failure: 'refused', code: 'charge_disputed' })
  })

  test('is won by good evidence: the money comes back, the fee does not', async () => {
    const { disputeRef } = await disputed()
    const sent = await shop.gateway.submitEvidence(
      evidence(disputeRef, { texts: { uncategorized_text: 'winning_evidence' } }),
    )
    expect(sent).toMatchObject({ state: 'under_review', hasEvidence: true, submissionCount: 1 })
    await shop.passSeconds(5)
    const won = await shop.gateway.readDispute(disputeRef)
    expect([won.state, netOf(won)]).toEqual(['won', -8500n])
  })

  test('is lost by bad evidence, and by silence', async () => {
    const bad = await disputed()
    await shop.gateway.submitEvidence(
      evidence(bad.disputeRef, { texts: { uncategorized_text: 'losing_evidence' } }),
    )
    const silent = await disputed()
    await shop.passSeconds(5)
    expect((await shop.gateway.readDispute(bad.disputeRef)).state).toBe('lost')
    expect((await shop.gateway.readDispute(silent.disputeRef)).state).toBe('needs_response')
    await shop.passSeconds(14 * day)
    const lost = await shop.gateway.readDispute(silent.disputeRef)
    expect([lost.state, netOf(lost)]).toEqual(['lost', -86293n])
  })

  test('that waits for the bank is not lost by time; the fee may come back with the money', async () => {
    const { disputeRef } = await disputed()
    await shop.gateway.submitEvidence(evidence(disputeRef))
    await shop.passSeconds(30 * day)
    expect((await shop.gateway.readDispute(disputeRef)).state).toBe('under_review')
    await shop.steer(`disputes/${disputeRef}`, { outcome: 'won', return_fee: 'true' })
    const won = await shop.gateway.readDispute(disputeRef)
    expect([won.state, netOf(won)]).toEqual(['won', 0n])
  })

  test('can be opened for a part, by a bank with another reason; wallets have none', async () => {
    const { paymentRef } = await shop.pay()
    await shop.steer('disputes', {
      payment_intent: paymentRef,
      amount: '10000',
      reason: 'product_not_received',
    })
    const all = await shop.gateway.listDisputes({ createdAfter: new Date(0) })
    expect(all.find((one) => one.paymentRef === paymentRef)).toMatchObject({
      reason: 'product_not_received',
      amount: 10000n,
      movements: [{ amount: -10865n, fee: 8500n }],
    })
    const wallet = await shop.pay({ method: 'alipay' })
    await expect(shop.steer('disputes', { payment_intent: wallet.paymentRef })).rejects.toThrow('Wallets')
  })

  test('an inquiry takes no money, and ends without a winner', async () => {
    const { disputeRef, ...inquiry } = await disputed('4000000000001976')
    expect(inquiry).toMatchObject({ isInquiry: true, state: 'needs_response', movements: [] })
    await shop.gateway.submitEvidence(evidence(disputeRef))
    await shop.steer(`disputes/${disputeRef}`, { outcome: 'won' })
    expect(await shop.gateway.readDispute(disputeRef)).toMatchObject({ state: 'closed', movements: [] })
  })

  test('that is accepted is lost, once; accepting it again by the same operation changes nothing', async () => {
    const { disputeRef } = await disputed()
    const order = { operationId: randomUUID(), disputeRef }
    const lost = await shop.gateway.acceptDispute(order)
    expect(lost.state).toBe('lost')
    expect(await shop.gateway.acceptDispute(order)).toEqual(lost)
    const again = shop.gateway.acceptDispute({ operationId: randomUUID(), disputeRef })
    expect((await failureOf(again)).failure).toBe('refused')
  })

  test('is listed from the moment on that is asked for', async () => {
    const { disputeRef, created } = await disputed()
    const refs = async (createdAfter: Date) =>
      (await shop.gateway.listDisputes({ createdAfter })).map((one) => one.disputeRef)
    expect(await refs(created)).toContain(disputeRef)
    expect(await refs(new Date(created.getTime() + 1000))).not.toContain(disputeRef)
  })
})

describe('evidence', () => {
  const upload = (bytes: Uint8Array, type: 'application/pdf' | 'image/png' = 'application/pdf') => ({
    operationId: randomUUID(),
    name: '签收单 "1".pdf',
    type,
    bytes,
  })

  test('a file goes to the sandbox too, once for an operation, whatever its bytes', async () => {
    const bytes = Buffer.from([0, 13, 10, 13, 10, 45, 45, 255, 0])
    const file = upload(bytes)
    const [one, two] = [await shop.gateway.uploadEvidence(file), await shop.gateway.uploadEvidence(file)]
    expect(two).toEqual(one)
    const other = await failureOf(shop.gateway.uploadEvidence({ ...file, bytes: Buffer.from('another') }))
    expect(other.failure).toBe('key_reused')
    const { disputeRef } = await disputed()
    const files = { shipping_documentation: one.fileRef }
    const draft = await shop.gateway.submitEvidence(evidence(disputeRef, { files, submit: false }))
    expect(draft).toMatchObject({ state: 'needs_response', hasEvidence: true, submissionCount: 0 })
    expect((await shop.gateway.submitEvidence(evidence(disputeRef))).submissionCount).toBe(1)
    const late = await failureOf(shop.gateway.submitEvidence(evidence(disputeRef)))
    expect(late.failure).toBe('refused')
  })

  test('nothing and too much are refused before they are sent', async () => {
    await expect(shop.gateway.uploadEvidence(upload(new Uint8Array(0)))).rejects.toThrow(RangeError)
    await expect(shop.gateway.uploadEvidence(upload(new Uint8Array(5_000_001)))).rejects.toThrow(RangeError)
    expect((await shop.gateway.uploadEvidence(upload(new Uint8Array(5_000_000)))).fileRef).toMatch(/^file_/)
  })

  test('a file that was never sent is not taken', async () => {
    const { disputeRef } = await disputed()
    const order = evidence(disputeRef, { files: { receipt: 'file_none' } })
    expect((await failureOf(shop.gateway.submitEvidence(order))).failure).toBe('not_found')
    expect(await failureOf(shop.gateway.readDispute('dp_none'))).toMatchObject({ failure: 'not_found' })
  })
})
