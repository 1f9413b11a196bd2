import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { lockOrder } from '~/modules/orders/close-order.server'
import { claimBankRef } from '~/modules/payments/claim-bank-ref.server'
import { endTransfers } from '~/modules/payments/end-transfers.server'
import { closePaymentPages } from '~/modules/payments/expire-unpaid-orders.server'
import { recordPayment } from '~/modules/payments/record-payment.server'
import { type Day, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { toYuan } from '~/platform/money'
import { acceptSlip } from './decide-slip.server'

type RecordInput = {
  actor: Actor
  /** the attempt that it came for */
  paymentId: string
  /** the slip that waited when the page was shown; null when none did */
  slipId: string | null
  /** transfers for this order that had been recorded when the page was shown */
  seen: number
  amountFen: bigint
  receivedOn: Day
  bankRef: string
  /** she says herself that the bank booked another amount than was asked for */
  isOther: boolean
}

/** The order is paid, the money waits in suspense, or it goes back. */
export type RecordedTransfer = 'paid' | 'set_aside' | 'going_back'

/**
 * Finance has found a transfer on the bank's statement: it goes the way of every payment (recordPayment), into our bank account. Another amount than the due's is set aside,
 * money for an order that is paid already or whose pieces are gone goes back by bank, a second transfer of one attempt is an attempt of its own. Refuses a bank's number
 * that is booked already, a slip or an order that a colleague was quicker with, another amount without her own word, a day before the order or still to come.
 */
export async function recordTransfer(input: RecordInput): Promise<RecordedTransfer> {
  const { orderId, outcome } = await inScope({ job: 'payout' }, (tx) => record(tx, input))
  if (outcome === 'paid') await closePaymentPages(orderId)
  return outcome
}

async function record(tx: Tx, input: RecordInput) {
  const { actor, paymentId, slipId, amountFen, bankRef } = input
  const asked = await findAsked(tx, paymentId)
  const { orderId } = asked.due
  await lockOrder(tx, orderId)
  await assertUnchanged(tx, input, asked.dueId)
  if (slipId) await acceptSlip(tx, { actor, paymentId, slipId })
  if (amountFen !== asked.amountMinor && !input.isOther)
    throw new Refusal('transfer.amountDiffers', 422, { asked: toYuan(asked.amountMinor) }, 'amount')
  await assertDay(tx, input.receivedOn, asked.due.order.placedAt)
  await claimBankRef(tx, bankRef, 'bankRef')
  const arrivedAs = await findAttempt(tx, { paymentId, ...asked })
  await recordPayment(tx, {
    paymentId: arrivedAs,
    snapshot: {
      status: 'paid',
      paymentRef: bankRef,
      chargeRef: null,
      amount: amountFen,
      currency: 'CNY',
      method: 'bank_transfer',
      settlement: null,
      receivedOn: toDateColumn(input.receivedOn),
    },
  })
  const outcome = await findOutcome(tx, arrivedAs)
  if (outcome === 'paid') await endTransfers(tx, { orderId, cause: 'finance' })
  await recordAudit(tx, {
    actor,
    action: 'transfer.recorded',
    subject: { type: 'Payment', id: arrivedAs },
    detail: { slipId, amountMinor: String(amountFen), outcome },
  })
  return { orderId, outcome }
}

async function findAsked(tx: Tx, paymentId: string) {
  const payment = await tx.payment.findFirst({
    where: { id: paymentId, gateway: 'bank_transfer' },
    select: {
      dueId: true,
      amountMinor: true,
      due: { select: { orderId: true, order: { select: { placedAt: true } } } },
    },
  })
  if (!payment) throw notFound()
  return payment
}

/** What she saw is still so: no slip was handed in or decided on, and nothing was recorded by somebody else. */
async function assertUnchanged(tx: Tx, { paymentId, slipId, seen }: RecordInput, dueId: string) {
  const waiting = await tx.transferSlip.findFirst({
    where: { paymentId, state: 'submitted' },
    select: { id: true },
  })
  const recorded = await tx.payment.count({ where: { dueId, receivedMinor: { not: null } } })
  if ((waiting?.id ?? null) !== slipId || recorded !== seen) throw new Refusal('transfer.moved', 409)
}

async function assertDay(tx: Tx, day: Day, placedAt: Date): Promise<void> {
  if (day > dayOf(await appNow(tx))) throw new Refusal('transfer.dayToCome', 422, {}, 'receivedOn')
  if (day < dayOf(placedAt)) throw new Refusal('transfer.dayBefore', 422, {}, 'receivedOn')
}

type Asked = { paymentId: string; dueId: string; amountMinor: bigint }

/** The attempt as which the money arrives: this one, or when it has its money already the one that is open, or else another. Under the order's lock. */
async function findAttempt(tx: Tx, { paymentId, dueId, amountMinor }: Asked): Promise<string> {
  const attempts = await tx.payment.findMany({
    where: { dueId },
    orderBy: { attempt: 'desc' },
    select: { id: true, attempt: true, gateway: true, state: true, receivedMinor: true },
  })
  const own = attempts.find(({ id }) => id === paymentId)
  if (own?.receivedMinor === null) return own.id
  const open = attempts.find(({ gateway, state }) => gateway === 'bank_transfer' && state === 'open')
  if (open) return open.id
  const { id } = await tx.payment.create({
    data: {
      dueId,
      attempt: (attempts[0]?.attempt ?? 0) + 1,
      gateway: 'bank_transfer',
      // nobody was asked for it: late money from the beginning
      state: 'expired',
      amountMinor,
      currency: 'CNY',
      events: { create: [{ state: 'expired', cause: 'finance' }] },
    },
    select: { id: true },
  })
  return id
}

async function findOutcome(tx: Tx, paymentId: string): Promise<RecordedTransfer> {
  const { refunds, state } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { state: true, refunds: { select: { id: true }, take: 1 } },
  })
  if (refunds.length > 0) return 'going_back'
  return state === 'paid' ? 'paid' : 'set_aside'
}
