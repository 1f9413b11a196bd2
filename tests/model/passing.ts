import { close, closePages, giveUp } from './buying'
import { earn } from './giving-back'
import { sendWaiting } from './refunding'
import { day, dayOf, type Model, startOf } from './state'

/** Time passes, and what has fallen due is done. */
export function pass(model: Model, seconds: number): void {
  model.now += seconds
  const { orders, terms, now } = model
  const today = dayOf(now)
  for (const order of orders.filter(({ status, payBy }) => status === 'pending_payment' && payBy <= now)) {
    closePages(model, order)
    close(model, order, 'expired')
  }
  for (const order of orders)
    if (order.status === 'expired' || order.status === 'cancelled') closePages(model, order)
  sendWaiting(model, orders)
  for (const order of orders) {
    for (const parcel of order.parcels) {
      if (parcel.status === 'shipped' && parcel.shippedAt + terms.receivedAfterDays * day <= now)
        receive(model, parcel)
      if (parcel.status === 'received' && startOf(parcel.completeOn) <= now) {
        parcel.status = 'completed'
        earn(model, parcel)
      }
      if (parcel.status !== 'to_ship') continue
      if (parcel.warnedOn === null && parcel.shipBy < today) parcel.warnedOn = today
      const isLate = parcel.shipBy + terms.lateRefundDays < today
      if (isLate && parcel.warnedOn !== null && parcel.warnedOn < today) giveUp(model, order, parcel, true)
    }
  }
}

/** The parcel is with the buyer: the days in which it may come back are counted from the next. */
export function receive(model: Model, parcel: { status: string; completeOn: number }): void {
  parcel.status = 'received'
  parcel.completeOn = dayOf(model.now) + model.terms.returnDays + 1
}
