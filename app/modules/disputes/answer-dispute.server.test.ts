import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { syncDispute } from '~/modules/payments/sync-dispute.server'
import { syncPayment } from '~/modules/payments/sync-payment.server'
import { env } from '~/platform/env.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { owner } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { paidThere } from '../../../tests/fixtures/webhooks'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { acceptDispute } from './accept-dispute.server'
import { findDisputes } from './find-disputes.server'
import { unsafeGetDispute } from './get-dispute.server'
import { dropFile, keepFile, keepTexts } from './keep-evidence.server'
import { submitEvidence } from './submit-evidence.server'
import { warnDisputes } from './warn-disputes.server'

let sandbox: OpenSandbox
let variantId: string
let one: Actor
let other: Actor

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 1000 })).variantId
  one = await buildActor({ role: 'finance' })
  other = await buildActor({ role: 'finance' })
})
afterAll(() => sandbox.close())

/** A card payment that the buyer's bank has taken back. */
async function disputed(reason = 'product_not_received') {
  const { paymentId, orderId } = await paidThere(variantId)
  await syncPayment({ paymentId })
  const { paymentRef } = await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const { id: disputeRef }: { id: string } = await sandbox.steer('disputes', {
    payment_intent: paymentRef ?? '',
    reason,
  })
  await syncDispute(disputeRef)
  const { id: disputeId } = await owner.dispute.findUniqueOrThrow({ where: { providerRef: disputeRef } })
  return { disputeId, disputeRef, orderId }
}

const words = (uncategorized_text: string) => ({
  product_description: '1 × Endless knot',
  shipping_carrier: 'EMS',
  shipping_tracking_number: 'EM123456789',
  shipping_date: '2026-11-25',
  uncategorized_text,
})
const pdf = (size = 100) => new TextEncoder().encode(`%PDF-1.4\n${'x'.repeat(size)}\n%%EOF\n`)
const rowsOf = (disputeId: string) => owner.disputeEvidence.count({ where: { disputeId } })

/** The evidence as the provider has it. */
async function there(disputeRef: string) {
  const answer = await fetch(new URL(`/v1/disputes/${disputeRef}`, sandbox.origin), {
    headers: {
      authorization: `Bearer ${env.STRIPE_SECRET_KEY}`,
      'stripe-version': paymentGateway().apiVersion,
    },
  })
  return (await answer.json()).evidence
}

describe('an answer to a buyer’s bank', () => {
  it('is gathered as a draft, with the provider too, and handed in once', async () => {
    const { disputeId, disputeRef } = await disputed()
    expect((await findDisputes({ actor: one })).open.rows.map(({ id }) => id)).toContain(disputeId)
    expect(await unsafeGetDispute(disputeId)).toMatchObject({
      state: 'needs_response',
      seen: '',
      files: [],
      daysLeft: 13,
      texts: { product_description: '1 × 盘长挂结' },
    })
    await keepFile({ actor: one, disputeId, kind: 'receipt', bytes: pdf() })
    expect(await unsafeGetDispute(disputeId)).toMatchObject({
      texts: { product_description: '1 × 盘长挂结', uncategorized_text: '' },
    })
    expect(await keepTexts({ actor: one, disputeId, texts: words('Sent on time.') })).toBe('kept')
    await keepFile({ actor: other, disputeId, kind: 'shipping_documentation', bytes: pdf(200) })
    await dropFile({ actor: one, disputeId, kind: 'receipt' })
    const drafted = await there(disputeRef)
    expect(drafted).toMatchObject({ shipping_carrier: 'EMS', receipt: null })
    expect(drafted.shipping_documentation).toMatch(/^file_/)
    const before = await rowsOf(disputeId)
    await keepTexts({ actor: other, disputeId, texts: words('Sent on time.') })
    expect(await rowsOf(disputeId)).toBe(before)

    const { seen, files } = await unsafeGetDispute(disputeId)
    expect(files).toMatchObject([{ kind: 'shipping_documentation', contentType: 'application/pdf' }])
    await submitEvidence({ actor: one, disputeId, texts: words('Signed for by the buyer.'), seen })
    expect(await there(disputeRef)).toMatchObject({ uncategorized_text: 'Signed for by the buyer.' })
    const page = await unsafeGetDispute(disputeId)
    expect(page.state).toBe('under_review')
    expect(page.submittedAt).not.toBeNull()
    expect(page.story.map(({ what }) => what)).toEqual(['placed', 'paid', 'opened', 'submitted'])
    for (const late of [
      () => keepTexts({ actor: other, disputeId, texts: words('More.') }),
      () => keepFile({ actor: other, disputeId, kind: 'receipt', bytes: pdf() }),
      () => acceptDispute({ actor: other, disputeId }),
    ])
      await expect(late()).rejects.toMatchObject({ key: 'dispute.alreadySubmitted', status: 409 })
    const actions = await owner.auditEvent.findMany({
      where: { subjectId: disputeId },
      select: { action: true },
    })
    expect(actions.filter(({ action }) => action === 'dispute.submitted')).toHaveLength(1)
  })

  it('of two people at once is one submission, and the second is told', async () => {
    const { disputeId, disputeRef } = await disputed()
    await keepTexts({ actor: one, disputeId, texts: words('Sent.') })
    const { seen } = await unsafeGetDispute(disputeId)
    const results = await Promise.allSettled(
      [one, other, one, other].map((actor) =>
        submitEvidence({ actor, disputeId, texts: words('Sent.'), seen }),
      ),
    )
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.key] : []))
    expect(refused.length).toBeGreaterThan(1)
    expect(new Set(refused)).toEqual(new Set(['dispute.alreadySubmitted']))
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect((await paymentGateway().readDispute(disputeRef)).submissionCount).toBe(1)
    expect(await owner.disputeEvent.count({ where: { disputeId, cause: 'submitted' } })).toBe(1)
  })

  it('with something that its sender has not seen is not handed in', async () => {
    const { disputeId, disputeRef } = await disputed()
    await keepTexts({ actor: one, disputeId, texts: words('Sent.') })
    const { seen } = await unsafeGetDispute(disputeId)
    await keepFile({ actor: other, disputeId, kind: 'receipt', bytes: pdf() })
    await expect(
      submitEvidence({ actor: one, disputeId, texts: words('Sent.'), seen }),
    ).rejects.toMatchObject({ key: 'dispute.draftMoved' })
    expect((await paymentGateway().readDispute(disputeRef)).submissionCount).toBe(0)
  })

  it('needs some evidence, of kinds that a bank takes and not too much of it', async () => {
    const { disputeId } = await disputed()
    const none = {
      product_description: '',
      shipping_carrier: '',
      shipping_tracking_number: '',
      shipping_date: '',
      uncategorized_text: '',
    }
    await expect(submitEvidence({ actor: one, disputeId, texts: none, seen: '' })).rejects.toMatchObject({
      key: 'dispute.noEvidence',
    })
    const give = (bytes: Uint8Array) => keepFile({ actor: one, disputeId, kind: 'receipt', bytes })
    await expect(give(new Uint8Array())).rejects.toMatchObject({ key: 'attachment.none', field: 'file' })
    await expect(give(new TextEncoder().encode('PK..'))).rejects.toMatchObject({
      key: 'dispute.badType',
      field: 'file',
    })
    await keepFile({ actor: one, disputeId, kind: 'uncategorized_file', bytes: pdf(3_000_000) })
    await expect(give(pdf(1_500_000))).rejects.toMatchObject({ key: 'dispute.filesTooLarge' })
    await give(pdf(1_400_000))
    await expect(unsafeGetDispute(crypto.randomUUID())).rejects.toMatchObject({ status: 404 })
    await expect(acceptDispute({ actor: one, disputeId: crypto.randomUUID() })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('stays with us while the provider cannot be reached, and goes along with the submission', async () => {
    const { disputeId, disputeRef } = await disputed()
    await sandbox.steer('faults', { kind: 'server_error', times: '100', path: '/v1/disputes' })
    expect(await keepTexts({ actor: one, disputeId, texts: words('Kept.') })).toBe('keptHere')
    const { seen } = await unsafeGetDispute(disputeId)
    const submit = () => submitEvidence({ actor: one, disputeId, texts: words('Kept.'), seen })
    await expect(submit()).rejects.toMatchObject({ key: 'dispute.unreachable', status: 503 })
    await sandbox.steer('faults', { kind: 'none' })
    await submit()
    expect(await there(disputeRef)).toMatchObject({ uncategorized_text: 'Kept.' })
  })

  it('after the deadline is refused in words', async () => {
    const { disputeId } = await disputed()
    const past = await disputed()
    await owner.dispute.update({
      where: { id: past.disputeId },
      data: { evidenceDueBy: new Date(Date.now() - 1000) },
    })
    await expect(
      keepTexts({ actor: one, disputeId: past.disputeId, texts: words('Late.') }),
    ).rejects.toMatchObject({ key: 'dispute.deadlineOver' })
    await sandbox.steer('clock', { advance: String(15 * 24 * 60 * 60) })
    await expect(
      submitEvidence({ actor: one, disputeId, texts: words('Late.'), seen: '' }),
    ).rejects.toMatchObject({ key: 'dispute.endedUnanswered' })
    expect((await unsafeGetDispute(disputeId)).state).toBe('lost')
  })
})

describe('a dispute that is given up', () => {
  it('is lost at once, and its loss booked once', async () => {
    const { disputeId, orderId } = await disputed('fraudulent')
    const results = await Promise.allSettled([one, other].map((actor) => acceptDispute({ actor, disputeId })))
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    const page = await unsafeGetDispute(disputeId)
    expect(page.state).toBe('lost')
    expect(page.story.at(-1)).toMatchObject({ what: 'accepted' })
    expect((await findDisputes({ actor: one })).closed.map(({ id }) => id)).toContain(disputeId)
    expect(await owner.ledgerTransaction.count({ where: { orderId, kind: 'dispute_lost' } })).toBe(1)
  })
})

describe('staff', () => {
  const alertsOf = (subjectId: string) =>
    owner.alert.findMany({ where: { subjectId }, orderBy: { kind: 'asc' }, select: { kind: true } })
  const dueIn = (disputeId: string, hours: number) =>
    owner.dispute.update({
      where: { id: disputeId },
      data: { evidenceDueBy: new Date(Date.now() + hours * 60 * 60 * 1000) },
    })

  it('is called when one opens, and once when its deadline is less than three days away', async () => {
    const near = await disputed()
    const far = await disputed()
    await dueIn(near.disputeId, 73)
    await warnDisputes()
    expect(await alertsOf(near.disputeId)).toEqual([{ kind: 'dispute_opened' }])
    await dueIn(near.disputeId, 71)
    await Promise.all([warnDisputes(), warnDisputes()])
    const called = [{ kind: 'dispute_due' }, { kind: 'dispute_opened' }]
    expect(await alertsOf(near.disputeId)).toEqual(called)
    await owner.alert.updateMany({ where: { subjectId: near.disputeId }, data: { closedAt: new Date() } })
    await warnDisputes()
    expect(await alertsOf(near.disputeId)).toEqual(called)
    expect(await alertsOf(far.disputeId)).toEqual([{ kind: 'dispute_opened' }])
  })

  it('is not called to what was handed in', async () => {
    const { disputeId } = await disputed()
    await submitEvidence({ actor: one, disputeId, texts: words('Sent.'), seen: '' })
    await dueIn(disputeId, 1)
    await warnDisputes()
    expect(await alertsOf(disputeId)).toEqual([{ kind: 'dispute_opened' }])
  })
})
