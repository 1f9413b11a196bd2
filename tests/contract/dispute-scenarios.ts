import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaymentProvider } from './payment-provider'

const POLL = { timeout: 60_000, interval: 1000 }

/** What the shop relies on when a buyer's bank takes money back. */
export function disputeScenarios(name: string, start: () => Promise<PaymentProvider>): void {
  describe(`disputes with ${name}`, () => {
    let provider: PaymentProvider

    beforeAll(async () => {
      provider = await start()
    })
    afterAll(() => provider.close())

    async function disputed() {
      const createdAfter = new Date(Date.now() - 60_000)
      const paymentRef = await provider.pay(70400n, 'is disputed')
      const find = async () =>
        (await provider.gateway.listDisputes({ createdAfter })).find((one) => one.paymentRef === paymentRef)
      await expect.poll(find, POLL).toBeDefined()
      const dispute = await find()
      if (dispute === undefined) throw new Error('The dispute is gone again.')
      return dispute
    }

    test('a disputed card opens a dispute that waits for an answer', async () => {
      const dispute = await disputed()
      expect(dispute).toMatchObject({
        state: 'needs_response',
        amount: 70400n,
        currency: 'CNY',
        isInquiry: false,
        hasEvidence: false,
        submissionCount: 0,
      })
      expect(await provider.gateway.readDispute(dispute.disputeRef)).toEqual(dispute)
      const paymentRef = dispute.paymentRef ?? ''
      expect(await provider.gateway.readPayment(paymentRef)).toMatchObject({ disputed: true })
    })

    test('evidence is kept as a draft, then handed in once', async () => {
      const { disputeRef } = await disputed()
      const { fileRef } = await provider.gateway.uploadEvidence({
        operationId: randomUUID(),
        name: 'sent.pdf',
        type: 'application/pdf',
        bytes: Buffer.from(onePage),
      })
      const texts = { shipping_carrier: 'SF Express', shipping_tracking_number: 'SF1234567890' }
      const files = { shipping_documentation: fileRef }
      const draft = { operationId: randomUUID(), disputeRef, texts, files, submit: false }
      expect(await provider.gateway.submitEvidence(draft)).toMatchObject({
        hasEvidence: true,
        submissionCount: 0,
      })
      // The word by which test mode loses a dispute.
      const last = { ...draft, operationId: randomUUID(), texts: { uncategorized_text: 'losing_evidence' } }
      const sent = await provider.gateway.submitEvidence({ ...last, submit: true })
      expect(sent.submissionCount).toBe(1)
      expect(sent.state).not.toBe('needs_response')
    })

    test('a dispute that is accepted is lost', async () => {
      const { disputeRef } = await disputed()
      const lost = await provider.gateway.acceptDispute({ operationId: randomUUID(), disputeRef })
      expect(lost.state).toBe('lost')
    })
  })
}

/** The least that is a PDF with one empty page. */
const onePage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
