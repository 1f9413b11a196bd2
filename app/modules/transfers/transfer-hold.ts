const dayLength = 24 * 60 * 60 * 1000

type Hold = { placedAt: Date; payBy: Date; now: Date }

/** Days for which pieces are held for a transfer, from the order, and at least for a slip to be looked at. */
export type HoldDays = { transfer: number; check: number }

/** Until when the pieces are held once a transfer is chosen: so many days from the order. Choosing it again makes it no longer. */
export function heldForTransfer({ placedAt, payBy }: Hold, days: HoldDays): Date {
  return later(payBy, inDays(placedAt, days.transfer))
}

/** Until when they are held once a slip is handed in: time to look for the money, never more than both spans from the order, however many slips there are. */
export function heldForCheck({ placedAt, payBy, now }: Hold, days: HoldDays): Date {
  return later(payBy, earlier(inDays(now, days.check), inDays(placedAt, days.transfer + days.check)))
}

function inDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayLength)
}

function later(a: Date, b: Date): Date {
  return a < b ? b : a
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
