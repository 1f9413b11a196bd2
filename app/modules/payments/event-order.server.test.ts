import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { owner } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { bookedLegs, deliver, eventsOf, paidThere, permutations } from '../../../tests/fixtures/webhooks'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { applyPaymentEvent } from './apply-payment-event.server'
import { healPayments } from './heal-payments.server'
import { recordDispute } from './record-dispute.server'
import { requestRefund } from './request-refund.server'
import { sendRefund } from './send-refund.server'
import { syncDispute } from './sync-dispute.server'
import { syncPayment } from './sync-payment.server'

const disputedCard = '4000 0000 0000 0259'

let sandbox: OpenSandbox
let variantId: string

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 10_000 })).variantId
})
afterAll(() => sandbox.close())

/** One thing that happens to the shop; an event is delivered under a new id each time. */
type Happening = { type: string; objectId: string } | (() => Promise<unknown>)

/** Lets everything happen once in this order, and then once more the other way round. */
async function happen(order: readonly Happening[]): Promise<void> {
  for (const one of [...order, ...order.toReversed()]) {
    if (typeof one === 'function') await one()
    else {
      const id = `evt_${crypto.randomUUID()}`
      await deliver({ ...one, id })
      const event = await owner.webhookEvent.findUniqueOrThrow({
        where: { provider_providerId: { provider: 'stripe', providerId: id } },
      })
      await applyPaymentEvent({ eventId: event.id })
    }
  }
}

type Scenario = () => Promise<{ happenings: Happening[]; end: () => Promise<unknown> }>

/** Runs a scenario of five happenings in each `step`th of its 120 orders (`npm run test:model`: in all of them), four at a time, and answers how they ended. */
async function endsOf(scenario: Scenario, step: number) {
  const ends = new Set<string>()
  const all = permutations([0, 1, 2, 3, 4])
  expect(all).toHaveLength(120)
  const orders = all.filter((_, at) => at % (process.env.EVERY_ORDER ? 1 : step) === 0)
  const run = async () => {
    for (let order = orders.pop(); order; order = orders.pop()) {
      const { happenings, end } = await scenario()
      await happen(order.flatMap((at) => happenings[at] ?? []))
      ends.add(JSON.stringify(await end(), null, 1))
    }
  }
  await Promise.all([run(), run(), run(), run()])
  return [...ends]
}

/** A payment that a bank has taken back, and lost or won since: all before the shop hears a word. */
async function disputedThere(isWon: boolean) {
  const paid = await paidThere(variantId, disputedCard)
  const read = await paymentGateway().readCheckout(paid.sessionId)
  const disputes = await paymentGateway().listDisputes({ createdAfter: new Date(Date.now() - 60_000) })
  const dispute = disputes.find(({ paymentRef }) => paymentRef === read.paymentRef)
  if (!dispute || !read.paymentRef || !read.chargeRef) throw new Error('the card was not disputed')
  const { disputeRef } = dispute
  if (isWon) await sandbox.steer(`disputes/${disputeRef}`, { outcome: 'won' })
  else await paymentGateway().acceptDispute({ operationId: crypto.randomUUID(), disputeRef })
  return { ...paid, disputeRef, paymentRef: read.paymentRef, chargeRef: read.chargeRef }
}

describe('five words about one payment, in different orders and each twice', () => {
  it.each([
    ['lost', false, 5],
    ['won', true, 7],
  ])(
    'end the same when a bank takes it back and the dispute is %s',
    { timeout: 300_000 },
    async (state, isWon, step) => {
      const ends = await endsOf(async () => {
        const there = await disputedThere(isWon)
        return {
          happenings: [
            { type: 'checkout.session.completed', objectId: there.sessionId },
            { type: 'payment_intent.succeeded', objectId: there.paymentRef },
            { type: 'charge.updated', objectId: there.chargeRef },
            { type: 'charge.dispute.created', objectId: there.disputeRef },
            { type: 'charge.dispute.closed', objectId: there.disputeRef },
          ],
          end: async () => {
            const { status } = await owner.order.findUniqueOrThrow({ where: { id: there.orderId } })
            const disputes = await owner.dispute.findMany({
              where: { paymentId: there.paymentId },
              select: { state: true, events: { select: { state: true }, orderBy: { id: 'asc' } } },
            })
            return [status, disputes, await bookedLegs(there.orderId)]
          },
        }
      }, step)
      expect(ends).toEqual(ends.slice(0, 1))
      const [status, disputes, legs] = JSON.parse(ends[0] ?? '')
      expect(status).toBe('paid')
      expect(disputes).toEqual([{ state, events: [{ state }] }])
      const lossOf = legs.filter((leg: string) => leg.includes('dispute_loss'))
      expect(lossOf).toHaveLength(isWon ? 0 : 1)
      expect(await prisma.$transaction(verifyLedger)).toEqual([])
      const left = await owner.ledgerEntry.aggregate({
        where: { account: { kind: 'dispute' } },
        _sum: { amountMinor: true },
      })
      expect(left._sum.amountMinor).toBe(0n)
    },
  )

  it('end the same when it goes back and the answer to that was lost', { timeout: 300_000 }, async () => {
    const ends = await endsOf(async () => {
      const paid = await paidThere(variantId)
      const { paymentRef, chargeRef } = await paymentGateway().readCheckout(paid.sessionId)
      await syncPayment(paid)
      const refundId = await prisma.$transaction((tx) =>
        requestRefund(tx, { paymentId: paid.paymentId, reason: 'late_payment', amount: 500n }),
      )
      const { refundRef } = await paymentGateway().refund({
        operationId: refundId,
        paymentRef: paymentRef ?? '',
        amount: 500n,
        currency: 'CNY',
        reason: 'requested_by_customer',
      })
      return {
        happenings: [
          { type: 'checkout.session.completed', objectId: paid.sessionId },
          { type: 'charge.refunded', objectId: chargeRef ?? '' },
          { type: 'refund.created', objectId: refundRef },
          { type: 'refund.updated', objectId: refundRef },
          () => sendRefund({ refundId }),
        ],
        end: async () => {
          const refund = await owner.refund.findUniqueOrThrow({
            where: { id: refundId },
            select: { state: true, events: { select: { state: true }, orderBy: { id: 'asc' } } },
          })
          const made = await paymentGateway().findRefunds(paymentRef ?? '')
          return [refund.state, refund.events, made.length, await bookedLegs(paid.orderId)]
        },
      }
    }, 7)
    expect(ends).toEqual(ends.slice(0, 1))
    expect(JSON.parse(ends[0] ?? '').slice(0, 3)).toEqual([
      'succeeded',
      [{ state: 'requested' }, { state: 'succeeded' }],
      1,
    ])
    expect(await prisma.$transaction(verifyLedger)).toEqual([])
  })
})

/** What an order has moved on the accounts of one kind. */
async function sumOn(kind: 'dispute' | 'dispute_loss', orderId: string): Promise<bigint> {
  const { _sum } = await owner.ledgerEntry.aggregate({
    where: { transaction: { orderId }, account: { kind } },
    _sum: { amountMinor: true },
  })
  return _sum.amountMinor ?? 0n
}

/** Connections of the application that wait for somebody's lock. */
async function waitingForLocks(): Promise<number> {
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return rows.length
}

describe('a dispute', () => {
  it('that is read before and written after its end does not open again', async () => {
    const paid = await paidThere(variantId, disputedCard)
    const { paymentRef } = await paymentGateway().readCheckout(paid.sessionId)
    const gateway = paymentGateway()
    const disputes = await gateway.listDisputes({ createdAfter: new Date(Date.now() - 60_000) })
    const disputeRef = disputes.find((one) => one.paymentRef === paymentRef)?.disputeRef ?? ''
    await syncPayment(paid)
    await syncDispute(disputeRef)
    const late: Promise<boolean>[] = []
    await owner.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ${paid.paymentId}::uuid FOR UPDATE`
        late.push(syncDispute(disputeRef))
        await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1)
        // read, not written: meanwhile it ends, and somebody else has written that
        await gateway.acceptDispute({ operationId: paid.paymentId, disputeRef })
        await tx.dispute.update({
          where: { providerRef: disputeRef },
          data: {
            state: 'lost',
            closedAt: new Date(),
            events: { create: [{ state: 'lost', cause: 'lost' }] },
          },
        })
      },
      { timeout: 20_000 },
    )
    expect(await Promise.all(late)).toEqual([true])
    const events = await owner.disputeEvent.findMany({
      where: { dispute: { providerRef: disputeRef } },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ state }) => state)).toEqual(['needs_response', 'lost'])
    expect(await prisma.$transaction(verifyLedger)).toEqual([])
  })

  it('that an appeal wins after all leaves no loss', async () => {
    const there = await disputedThere(false)
    await syncDispute(there.disputeRef)
    const snapshot = await paymentGateway().readDispute(there.disputeRef)
    const [taken] = snapshot.movements
    if (!taken) throw new Error('a lost dispute without its movement')
    expect(taken.amount).toBeLessThan(0n)
    expect(await sumOn('dispute_loss', there.orderId)).toBe(-taken.amount)
    const back = {
      ...taken,
      ref: `txn_${there.disputeRef}`,
      amount: -taken.amount,
      fee: 0n,
      net: -taken.amount,
    }
    const won = { ...snapshot, state: 'won', providerStatus: 'won', movements: [taken, back] } as const
    for (let time = 0; time < 2; time += 1)
      await prisma.$transaction((tx) =>
        recordDispute(tx, { id: there.paymentId, orderId: there.orderId }, won),
      )
    const dispute = await owner.dispute.findUniqueOrThrow({ where: { providerRef: there.disputeRef } })
    expect(dispute.state).toBe('won')
    expect(await sumOn('dispute_loss', there.orderId)).toBe(0n)
    expect(await sumOn('dispute', there.orderId)).toBe(0n)
    expect(await prisma.$transaction(verifyLedger)).toEqual([])
  })
})

describe('an event that cannot be worked off', () => {
  it('about an object that nobody knows is ignored, with the reason', async () => {
    for (const [type, objectId] of [
      ['checkout.session.completed', `cs_test_${crypto.randomUUID()}`],
      ['payment_intent.succeeded', `pi_${crypto.randomUUID()}`],
      ['charge.dispute.created', `dp_${crypto.randomUUID()}`],
      ['transfer.created', `tr_${crypto.randomUUID()}`],
    ] as const) {
      await deliver({ type, objectId })
      const [event] = await eventsOf(objectId)
      await applyPaymentEvent({ eventId: event?.id ?? '' })
      expect(await eventsOf(objectId), type).toMatchObject([{ state: 'ignored', note: 'unknown_object' }])
    }
  })

  it('waits a day, is set aside and calls staff; it never keeps others waiting', async () => {
    const paid = await paidThere(variantId, disputedCard)
    const { paymentRef } = await paymentGateway().readCheckout(paid.sessionId)
    const disputes = await paymentGateway().listDisputes({ createdAfter: new Date(Date.now() - 60_000) })
    const disputeRef = disputes.find((one) => one.paymentRef === paymentRef)?.disputeRef ?? ''
    // the attempt has lost its session: the dispute's payment cannot be learned
    await owner.payment.update({ where: { id: paid.paymentId }, data: { sessionId: null, state: 'failed' } })
    const bornDaysAgo = (days: number) => {
      const hex = (Date.now() - days * 86_400_000).toString(16).padStart(12, '0')
      return `${hex.slice(0, 8)}-${hex.slice(8)}-7${crypto.randomUUID().slice(15)}`
    }
    const row = (id: string, type: string, objectId: string) => ({
      id,
      provider: 'stripe',
      providerId: `evt_${id}`,
      type,
      objectId,
    })
    const [old, young] = [bornDaysAgo(2), bornDaysAgo(0.5)]
    const poison = Array.from({ length: 60 }, () =>
      row(bornDaysAgo(0.4), 'charge.dispute.created', disputeRef),
    )
    const good = await paidThere(variantId)
    await owner.webhookEvent.createMany({
      data: [
        row(old, 'charge.dispute.created', disputeRef),
        row(young, 'charge.dispute.created', disputeRef),
        ...poison,
        row(bornDaysAgo(0.3), 'checkout.session.completed', good.sessionId),
      ],
    })
    await healPayments()
    await healPayments()
    expect(await owner.webhookEvent.findUniqueOrThrow({ where: { id: old } })).toMatchObject({
      state: 'quarantined',
      note: 'error',
    })
    expect(await owner.alert.count({ where: { kind: 'event_failed', subjectId: disputeRef } })).toBe(1)
    expect(await owner.webhookEvent.findUniqueOrThrow({ where: { id: young } })).toMatchObject({
      state: 'received',
    })
    expect(await eventsOf(good.sessionId)).toMatchObject([{ state: 'processed' }])
  })
})
