import type { DisputeState } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { type Leg, postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import type { BalanceMovement } from '~/platform/payments-sdk/balance'
import type { DisputeSnapshot } from '~/platform/payments-sdk/disputes'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { syncPaymentByRef } from './sync-payment-by-ref.server'

/**
 * Re-reads a dispute from the provider, outside any transaction, and applies it in one: state, evidence's deadline, and each movement of money once. False when
 * it is about no payment of ours; a payment of which we have not heard yet is read first. Inquiries, in which no money has moved, are kept as disputes that need an answer.
 * Two at once cannot take it back to what it was: what was read before somebody else wrote is read again.
 */
export async function syncDispute(disputeRef: string): Promise<boolean> {
  for (let round = 0; round < mostRounds; round += 1) {
    const before = await findMark(prisma, disputeRef)
    const snapshot = await paymentGateway().readDispute(disputeRef)
    const payment = await findPayment(snapshot.paymentRef)
    if (!payment) return false
    const isKept = await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ${payment.id}::uuid FOR NO KEY UPDATE`
      if ((await findMark(tx, disputeRef)) !== before) return false
      await record(tx, payment, snapshot)
      return true
    })
    if (isKept) return true
  }
  throw new Error('a dispute that changes faster than it is read')
}

const mostRounds = 5

/** What changes when a dispute is written. */
async function findMark(tx: Tx, disputeRef: string): Promise<string> {
  const known = await tx.dispute.findUnique({
    where: { providerRef: disputeRef },
    select: { settlementMinor: true, events: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 } },
  })
  return `${known?.events[0]?.id} ${known?.settlementMinor}`
}

type PaymentRow = { id: string; orderId: string }

/** Null when it is none of ours. Throws while an attempt of ours is not known as paid yet: the dispute waits for it. */
async function findPayment(paymentRef: string | null): Promise<PaymentRow | null> {
  if (paymentRef === null) return null
  const find = () =>
    prisma.payment.findUnique({
      where: { paymentRef },
      select: { id: true, due: { select: { orderId: true } } },
    })
  let noted = await find()
  if (!noted) {
    if ((await syncPaymentByRef(paymentRef)) === null) return null
    noted = await find()
  }
  if (!noted) throw new Error('a dispute about an attempt that is not paid yet')
  return { id: noted.id, orderId: noted.due.orderId }
}

const stateOf: Record<DisputeSnapshot['state'], DisputeState> = {
  needs_response: 'needs_response',
  under_review: 'under_review',
  won: 'won',
  lost: 'lost',
  /** an inquiry that ended, or a dispute that was prevented: nothing was taken */
  closed: 'won',
  /** a person has to look */
  unknown: 'needs_response',
}

/** The caller holds the payment's row lock. */
async function record(tx: Tx, payment: PaymentRow, snapshot: DisputeSnapshot): Promise<void> {
  const state = stateOf[snapshot.state]
  const isClosed = state === 'won' || state === 'lost'
  const known = await tx.dispute.findUnique({
    where: { providerRef: snapshot.disputeRef },
    select: { id: true, state: true, closedAt: true, submittedAt: true },
  })
  const now = await appNow(tx)
  const taken = snapshot.movements.filter(({ amount }) => amount < 0n)
  const data = {
    state,
    amountMinor: snapshot.amount,
    currency: snapshot.currency,
    reason: snapshot.reason,
    evidenceDueBy: snapshot.evidenceDueBy,
    settlementMinor: taken.length > 0 ? -sum(taken.map(({ amount }) => amount)) : null,
    settlementCurrency: taken[0]?.currency ?? null,
    feeMinor: taken.length > 0 ? sum(taken.map(({ fee }) => fee)) : null,
    submittedAt: known?.submittedAt ?? (snapshot.submissionCount > 0 ? now : null),
    closedAt: isClosed ? (known?.closedAt ?? now) : null,
  }
  const { id } = known
    ? await tx.dispute.update({ where: { id: known.id }, data, select: { id: true } })
    : await tx.dispute.create({
        data: {
          ...data,
          paymentId: payment.id,
          providerRef: snapshot.disputeRef,
          openedAt: snapshot.created,
        },
        select: { id: true },
      })
  if (known?.state !== state)
    await tx.disputeEvent.create({ data: { disputeId: id, state, cause: snapshot.providerStatus } })
  if (!known)
    await openAlert(tx, {
      kind: 'dispute_opened',
      subject: { type: 'Dispute', id },
      detail: { amountMinor: String(snapshot.amount), currency: snapshot.currency, reason: snapshot.reason },
    })
  for (const movement of snapshot.movements)
    await postMovement(tx, { id, orderId: payment.orderId }, movement)
  if (state === 'lost') await postLoss(tx, { id, orderId: payment.orderId }, snapshot.movements)
  if (state === 'won') await takeBackLoss(tx, { id, orderId: payment.orderId })
}

type Booked = { id: string; orderId: string }

/** What a buyer's bank took, or gave back, with the provider's fee: each movement once. */
async function postMovement(tx: Tx, { id, orderId }: Booked, movement: BalanceMovement): Promise<void> {
  const { currency } = movement
  const legs: Leg[] = [
    { account: { system: 'stripe', kind: 'clearing' }, amount: movement.net, currency, purpose: 'dispute' },
    {
      account: { system: 'platform', kind: 'dispute' },
      amount: -movement.amount,
      currency,
      purpose: 'dispute',
    },
    { account: { system: 'platform', kind: 'payment_fee' }, amount: movement.fee, currency, purpose: 'fee' },
  ]
  const moved = legs.filter(({ amount }) => amount !== 0n)
  if (moved.length > 1)
    await postTransaction(tx, {
      reference: `dispute:${id}:${movement.ref}`,
      kind: 'dispute',
      orderId,
      legs: moved,
    })
}

/** What was lost for good is the platform's loss; whether it is the seller's is decided by people, never by the machine. */
async function postLoss(
  tx: Tx,
  { id, orderId }: Booked,
  movements: readonly BalanceMovement[],
): Promise<void> {
  for (const currency of new Set(movements.map((movement) => movement.currency))) {
    const lost = -sum(
      movements.filter((movement) => movement.currency === currency).map(({ amount }) => amount),
    )
    if (lost === 0n) continue
    await postTransaction(tx, {
      reference: `dispute:${id}:lost:${currency}`,
      kind: 'dispute_lost',
      orderId,
      legs: [
        { account: { system: 'platform', kind: 'dispute_loss' }, amount: lost, currency, purpose: 'lost' },
        { account: { system: 'platform', kind: 'dispute' }, amount: -lost, currency, purpose: 'lost' },
      ],
    })
  }
}

/** An appeal may win what was lost: the loss is taken back, once. */
async function takeBackLoss(tx: Tx, { id, orderId }: Booked): Promise<void> {
  const losses = await tx.ledgerTransaction.findMany({
    where: { orderId, kind: 'dispute_lost', reference: { startsWith: `dispute:${id}:lost:` } },
    select: {
      entries: {
        where: { account: { kind: 'dispute_loss' } },
        select: { amountMinor: true, currency: true },
      },
    },
  })
  for (const { amountMinor, currency } of losses.flatMap(({ entries }) => entries))
    await postTransaction(tx, {
      reference: `dispute:${id}:regained:${currency}`,
      kind: 'dispute_lost',
      orderId,
      legs: [
        {
          account: { system: 'platform', kind: 'dispute_loss' },
          amount: -amountMinor,
          currency,
          purpose: 'won',
        },
        { account: { system: 'platform', kind: 'dispute' }, amount: amountMinor, currency, purpose: 'won' },
      ],
    })
}
