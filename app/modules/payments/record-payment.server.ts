import type { PaymentState } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { type Account, accountName } from '~/modules/ledger/accounts'
import { openAccounts } from '~/modules/ledger/find-or-create-account.server'
import { postPromotion } from '~/modules/ledger/post-promotion.server'
import { makeReady, type Posting, postTransactions } from '~/modules/ledger/post-transaction.server'
import {
  markOrderPaid,
  type PaidOutcome,
  paidSql,
  type Sale,
  saleSql,
} from '~/modules/orders/mark-order-paid.server'
import type { Tx } from '~/platform/db/prisma.server'
import { failpoint } from '~/platform/failpoint.server'
import { log } from '~/platform/log.server'
import type { CheckoutSnapshot } from '~/platform/payments-sdk/payment-gateway'
import { advancePayment, type PaymentFacts, paymentStepSql } from './advance-payment.server'
import { postSettlement, settlementAccounts, settlementPosting } from './post-settlement.server'
import { requestRefund } from './request-refund.server'

/** What the provider says of a payment, or finance of a transfer that the bank has booked: then with the day. */
export type PaymentWord = Pick<
  CheckoutSnapshot,
  'status' | 'paymentRef' | 'chargeRef' | 'amount' | 'currency' | 'method' | 'settlement'
> & { receivedOn?: Date }

type RecordInput = { paymentId: string; snapshot: PaymentWord }

/**
 * Applies what the provider, or for a bank transfer finance, says of a payment. Monotonic and idempotent: a later or repeated word never un-pays. Money of another amount or currency
 * than the due's is set aside (quarantined) and staff is alerted; money for an order that is paid already, or whose pieces or promotion are gone, goes back. True when the order is paid now, as far as it was looked at.
 */
export async function recordPayment(tx: Tx, { paymentId, snapshot }: RecordInput): Promise<boolean> {
  await lockOrderOf(tx, paymentId)
  const payment = await getPayment(tx, paymentId, accountsFor(snapshot))
  const { orderId } = payment
  if (snapshot.status === 'failed' || snapshot.status === 'expired') {
    await advancePayment(tx, { paymentId, to: snapshot.status, cause: 'provider' })
    return false
  }
  if (snapshot.status !== 'paid' || !snapshot.paymentRef) return false
  if (payment.state === 'paid' || payment.state === 'quarantined') {
    const settled = payment.isSettled ? null : settledOf(payment, snapshot)
    if (settled) {
      await tx.payment.update({ where: { id: paymentId }, data: movementOf(snapshot) })
      await postSettlement(tx, settled)
    }
    return false
  }
  const arrived = {
    paymentRef: snapshot.paymentRef,
    method: snapshot.method,
    paidAt: payment.now,
    ...movementOf(snapshot),
    ...(snapshot.receivedOn ? { receivedMinor: snapshot.amount, receivedOn: snapshot.receivedOn } : {}),
  }
  const isAsked =
    snapshot.amount === payment.amountMinor && snapshot.currency.toUpperCase() === payment.currency
  if (!isAsked || payment.isPaid) {
    const cause = isAsked ? 'duplicate' : 'amount'
    await advancePayment(tx, { paymentId, to: 'quarantined', cause, data: arrived })
    await postTransactions(tx, arrivalOf(payment, snapshot, 'suspense'))
    await callStaff(tx, { paymentId, orderId, cause, snapshot })
    if (isAsked) await requestRefund(tx, { paymentId, amount: payment.amountMinor, reason: 'duplicate' })
    return false
  }
  const outcome = await take(tx, payment, snapshot, arrived)
  if (outcome === 'gone') {
    await requestRefund(tx, { paymentId, amount: payment.amountMinor, reason: 'late_payment' })
    return false
  }
  if (outcome === 'paid' && payment.isBorne) await postPromotion(tx, orderId)
  await failpoint('payment.recorded')
  return true
}

/** The money that was asked for: booked, the payment and the order paid, and the letter on its way. Of an order whose pieces are held by one statement, once the books have their accounts. */
async function take(
  tx: Tx,
  payment: PaymentRow,
  snapshot: PaymentWord,
  data: PaymentFacts,
): Promise<PaidOutcome> {
  const { id: paymentId, orderId, now, sale } = payment
  const step = { paymentId, to: 'paid', cause: sourceOf(payment).cause, data } as const
  if (sale.status !== 'pending_payment') {
    await advancePayment(tx, step)
    await postTransactions(tx, arrivalOf(payment, snapshot, 'held'))
    return markOrderPaid(tx, { orderId, now, sale })
  }
  const { purses, sql } = makeReady(arrivalOf(payment, snapshot, 'held'))
  const isKept = purses.every(({ account, currency }) =>
    payment.accounts.includes(accountName(account, currency)),
  )
  if (!isKept) await openAccounts(tx, purses)
  const booked = await tx.$queryRaw<unknown[]>`
    WITH ${sql}, ${paymentStepSql(step)}, ${await paidSql({ orderId, now, sale })} SELECT 1 FROM account, moved_payment`
  if (booked.length === 0) throw new Error('money that was not booked with its payment')
  return 'paid'
}

/** All accounts that a word about a payment may be booked on, by name. */
function accountsFor({ currency, settlement }: PaymentWord): string[] {
  const accounts = [sourceOf({ gateway: 'stripe' }), sourceOf({ gateway: 'bank_transfer' })].map(
    ({ account }) => account,
  )
  const currencies = new Set([currency, settlement?.currency ?? currency].map((code) => code.toUpperCase()))
  return [...currencies].flatMap((code) =>
    [...accounts, ...settlementAccounts, { system: 'platform', kind: 'held' } as const].map((account) =>
      accountName(account, code),
    ),
  )
}

/** As lockOrder does, by an attempt at paying it. What else is known of it is read after, by a statement of its own: it may have changed meanwhile. */
async function lockOrderOf(tx: Tx, paymentId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN "Order" o ON o.id = d."orderId" WHERE p.id = ${paymentId}::uuid FOR NO KEY UPDATE OF o`
}

type PaymentRow = {
  id: string
  gateway: string
  state: PaymentState
  amountMinor: bigint
  currency: string
  /** what came of it is booked */
  isSettled: boolean
  orderId: string
  sale: Sale
  /** what was asked for is paid, by this payment or by another */
  isPaid: boolean
  /** somebody else than its makers bears a part of its promotion */
  isBorne: boolean
  /** which of those that it may be booked on are open, by name */
  accounts: string[]
  now: Date
}

async function getPayment(tx: Tx, id: string, names: readonly string[]): Promise<PaymentRow> {
  const [payment] = await tx.$queryRaw<PaymentRow[]>`
    SELECT p.id, p.gateway::text AS gateway, p.state::text AS state, p."amountMinor", p.currency, p."settlementMinor" IS NOT NULL AS "isSettled",
      d."orderId", ${saleSql} AS sale, d.state = 'paid' AS "isPaid", app_now() AS now,
      ARRAY(SELECT name FROM "LedgerAccount" WHERE name = ANY (${names}::text[])) AS accounts,
      EXISTS (SELECT 1 FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = d."orderId" AND l."borneFen" > 0) AS "isBorne"
    FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN "Order" o ON o.id = d."orderId" WHERE p.id = ${id}::uuid`
  if (!payment) throw new Error('a payment that is not there')
  return payment
}

/** Where the money of a gateway arrives, and who says so. */
function sourceOf({ gateway }: Pick<PaymentRow, 'gateway'>): { account: Account; cause: string } {
  return gateway === 'bank_transfer'
    ? { account: { system: 'bank', kind: 'bank' }, cause: 'finance' }
    : { account: { system: 'stripe', kind: 'clearing' }, cause: 'provider' }
}

/** The money that came, in the currency it came in: held for what was bought, or set aside. */
function arrivalOf(payment: PaymentRow, snapshot: PaymentWord, kind: 'held' | 'suspense'): Posting[] {
  const [amount, currency] = [snapshot.amount, snapshot.currency.toUpperCase()]
  const arrival: Posting = {
    reference: `payment:${payment.id}`,
    kind: 'payment',
    orderId: payment.orderId,
    legs: [
      { account: sourceOf(payment).account, amount, currency, purpose: 'payment' },
      { account: { system: 'platform', kind }, amount: -amount, currency, purpose: 'payment' },
    ],
  }
  const settled = settledOf(payment, snapshot)
  const settlement = settled && settlementPosting(settled)
  return settlement ? [arrival, settlement] : [arrival]
}

/** What the provider credited for it; null while it does not say. */
function settledOf(payment: PaymentRow, { amount, currency, settlement }: PaymentWord) {
  return (
    settlement && {
      reference: `settlement:${payment.id}`,
      orderId: payment.orderId,
      amount,
      currency: currency.toUpperCase(),
      settlement: { ...settlement, currency: settlement.currency.toUpperCase() },
    }
  )
}

type Odd = { paymentId: string; orderId: string; cause: 'amount' | 'duplicate'; snapshot: PaymentWord }

async function callStaff(tx: Tx, { paymentId, orderId, cause, snapshot }: Odd): Promise<void> {
  await openAlert(tx, {
    kind: 'payment_quarantined',
    subject: { type: 'Payment', id: paymentId },
    detail: { cause, amountMinor: String(snapshot.amount), currency: snapshot.currency.toUpperCase() },
  })
  log.error('payment.quarantined', new Error('money that was not asked for'), {
    paymentId,
    orderId,
    reason: cause,
  })
}

/** The provider's own movement of the money, as far as it says: later events name it. */
function movementOf({ chargeRef, settlement }: PaymentWord) {
  const charge = chargeRef === null ? {} : { chargeRef }
  if (!settlement) return charge
  return {
    ...charge,
    settlementMinor: settlement.amount,
    settlementCurrency: settlement.currency.toUpperCase(),
    feeMinor: settlement.fee,
    exchangeRate: settlement.exchangeRate,
  }
}
