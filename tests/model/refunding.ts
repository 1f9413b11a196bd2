import { exchanged } from './rounding'
import { type Attempt, day, type Model, move, type Order, type Parcel, type Refund } from './state'

/** A refund that is decided and not sent yet: as the money came, or by bank once a wallet takes nothing back any more. */
export function newRefund(model: Model, attempt: Attempt, amount: number, parcel: Parcel | null): Refund {
  const isOver =
    attempt.method === 'alipay' && model.now >= attempt.paidAt + model.terms.walletRefundDays * day
  return {
    attempt,
    amount,
    state: 'requested',
    route: isOver ? 'bank' : 'provider',
    there: null,
    isNoted: false,
    jobDone: false,
    parcel,
  }
}

/** The provider is asked for it, or how it stands. */
export function sendRefund(model: Model, refund: Refund): void {
  if (refund.route === 'bank' || refund.state === 'failed') return
  if (!refund.isNoted) {
    // a bank that has taken the money back lets nobody give it back once more
    if (refund.attempt.dispute) {
      refund.state = 'failed'
      return
    }
    refund.there = refund.attempt.method === 'slow card' ? 'pending' : 'succeeded'
    refund.isNoted = true
  }
  hearRefund(model, refund)
}

function hearRefund(model: Model, refund: Refund): void {
  const account = refund.parcel ? 'platform:refund_due' : 'platform:held'
  if (refund.there === 'pending') refund.state = 'sent'
  if (refund.there === 'succeeded' && refund.state !== 'succeeded') {
    refund.state = 'succeeded'
    move(model, account, 'stripe:clearing', refund.amount)
    settle(model, refund.amount)
  }
  if (refund.there === 'failed') {
    if (refund.state === 'succeeded') {
      move(model, 'stripe:clearing', account, refund.amount)
      settle(model, -refund.amount)
    }
    refund.state = 'failed'
  }
}

/** What the provider debits, in its currency. */
function settle(model: Model, amount: number): void {
  const debited = Math.sign(amount) * exchanged(Math.abs(amount), model.terms.ratePerMillion)
  move(model, 'stripe:clearing', 'platform:fx_difference', amount)
  move(model, 'platform:fx_difference:HKD', 'stripe:clearing:HKD', debited)
}

/** The job that was written with the decision: once it has had its answer it does nothing more. */
export function runRefundJob(model: Model, refund: Refund): void {
  if (refund.jobDone) return
  refund.jobDone = true
  sendRefund(model, refund)
}

/** What happens to a refund at the provider: the buyer's bank takes it, or sends it back. */
export function decideRefund(refund: Refund, to: 'succeeded' | 'failed'): void {
  if (refund.there !== 'failed')
    refund.there = to === 'failed' || refund.there === 'pending' ? to : refund.there
}

export function resendByBank(refund: Refund): string | null {
  if (refund.state !== 'failed') return 'aftersales.refundMoved'
  refund.state = 'requested'
  refund.route = 'bank'
  return null
}

export function sentByBank(model: Model, refund: Refund): string | null {
  if (refund.state !== 'requested' || refund.route !== 'bank') return 'aftersales.refundMoved'
  refund.state = 'succeeded'
  move(model, 'platform:refund_due', 'bank:bank', refund.amount)
  return null
}

/** All that wait are sent. */
export function sendWaiting(model: Model, orders: readonly Order[]): void {
  for (const refund of orders.flatMap(({ refunds }) => refunds))
    if (refund.state === 'requested' || refund.state === 'sent') sendRefund(model, refund)
}
