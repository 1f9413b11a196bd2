import type { DisputeState } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { type Leg, postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import type { BalanceMovement } from '~/platform/payments-sdk/balance'
import type { DisputeSnapshot } from '~/platform/payments-sdk/disputes'

export type DisputedPayment = { id: string; orderId: string }

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

/**
 * Applies what the provider says of a dispute: its state, the evidence's deadline, and each movement of money once; a loss when it is lost, taken back when an appeal wins
 * after all. The caller holds the payment's row lock and knows that the word is not older than what is written.
 */
export async function recordDispute(
  tx: Tx,
  payment: DisputedPayment,
  snapshot: DisputeSnapshot,
): Promise<void> {
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
