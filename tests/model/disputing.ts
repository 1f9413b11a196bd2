import { exchanged } from './rounding'
import type { Attempt, DisputeState, Model, Order } from './state'
import { move } from './state'

/** A buyer's bank takes back what a card has paid. */
export function openDispute(attempt: Attempt): void {
  attempt.dispute = { there: 'needs_response', here: null, booked: [] }
}

export function endDispute({ dispute }: Attempt, outcome: Exclude<DisputeState, 'needs_response'>): void {
  if (dispute?.there === 'needs_response') dispute.there = outcome
}

/** The shop hears of it: each movement is booked once, and a loss when it is lost. */
export function hearDispute(model: Model, order: Order, { dispute }: Attempt): void {
  if (!dispute) return
  const amount = exchanged(order.total, model.terms.ratePerMillion)
  const once = (what: 'taken' | 'back' | 'lost', book: () => void) => {
    if (dispute.booked.includes(what)) return
    dispute.booked.push(what)
    book()
  }
  once('taken', () => {
    move(model, 'platform:dispute:HKD', 'stripe:clearing:HKD', amount)
    move(model, 'platform:payment_fee:HKD', 'stripe:clearing:HKD', model.terms.disputeFee)
  })
  if (dispute.there === 'won')
    once('back', () => move(model, 'stripe:clearing:HKD', 'platform:dispute:HKD', amount))
  if (dispute.there === 'lost')
    once('lost', () => move(model, 'platform:dispute_loss:HKD', 'platform:dispute:HKD', amount))
  dispute.here = dispute.there
}
