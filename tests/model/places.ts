import type { RealAttempt, RealOrder, RealParcel, Shop } from './shop'
import type { Attempt, Model, Order, Parcel } from './state'

/** An order of the model with its number, under which the real one is found. */
export type FoundOrder = { order: Order; at: number }
export type FoundParcel = FoundOrder & { parcel: Parcel; parcelAt: number }
export type FoundAttempt = { order: Order; attempt: Attempt; realIn: (shop: Shop) => RealAttempt }

export function orderAt({ orders }: Model, [which = 0]: readonly number[]): FoundOrder | null {
  const at = which % Math.max(1, orders.length)
  const order = orders[at]
  return order ? { order, at } : null
}

export function parcelAt(model: Model, args: readonly number[]): FoundParcel | null {
  const found = orderAt(model, args)
  if (!found) return null
  const at = (args[1] ?? 0) % found.order.parcels.length
  const parcel = found.order.parcels[at]
  return parcel ? { ...found, parcel, parcelAt: at } : null
}

/** One of the attempts that fit. */
export function attemptAt(
  { orders }: Model,
  [which = 0]: readonly number[],
  fits: (attempt: Attempt) => boolean,
): FoundAttempt | null {
  const all = orders.flatMap((order, at) =>
    order.attempts.map((attempt, number) => ({
      order,
      attempt,
      realIn: (shop: Shop) => the(the(shop.orders[at]).attempts[number]),
    })),
  )
  const fitting = all.filter(({ attempt }) => fits(attempt))
  return fitting[which % Math.max(1, fitting.length)] ?? null
}

export function realOrder(shop: Shop, { at }: FoundOrder): RealOrder {
  return the(shop.orders[at])
}

export function realParcel(shop: Shop, { at, parcelAt: number }: FoundParcel): RealParcel {
  return the(the(shop.orders[at]).parcels[number])
}

export function the<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the shop lacks what the model has')
  return found
}
