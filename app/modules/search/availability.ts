import { afterWorkingDays, type Rest } from '~/modules/rests/working-days'
import type { Day } from '~/platform/calendar'

/** When a piece can leave, as a buyer is told: ready pieces, days of making, the only one, or nothing left. */
export type Availability =
  | { kind: 'stock'; count: number }
  | { kind: 'made_to_order'; days: number }
  | { kind: 'one_of_a_kind' }
  | { kind: 'sold_out' }

/** Up to how many ready pieces are counted on a page; of more it says that there is plenty. The database announces no sale that a page does not show (migration `a_page_counts_to_ten`). */
export const countedUpTo = 10

/** What a buyer may take of one variant at most; the basket itself holds no more of a kind. */
export const mostPerLine = 99

/** What the database knows of the variants that are offered: pieces free on the shelf by kind, and the shortest making time. */
export type Supply = {
  /** free pieces of variants made for stock */
  ready: number
  /** free pieces of which there is only one */
  unique: number
  /** days of the quickest variant made to order, behind what is paid for already; null also where nobody may promise it any more */
  days: number | null
}

/** What is ready comes first, then the only one, then what can be made. */
export function availabilityOf({ ready, unique, days }: Supply): Availability {
  if (ready > 0) return { kind: 'stock', count: ready }
  if (unique > 0) return { kind: 'one_of_a_kind' }
  if (days !== null) return { kind: 'made_to_order', days }
  return { kind: 'sold_out' }
}

/** How many of it one buyer may take now. */
export function mostOf(availability: Availability): number {
  if (availability.kind === 'stock') return Math.min(availability.count, mostPerLine)
  if (availability.kind === 'one_of_a_kind') return 1
  return availability.kind === 'made_to_order' ? mostPerLine : 0
}

/**
 * The day by which a piece ordered and paid today is on its way, counting the days on which its maker works; null when there is none. `shipDays` is the setting
 * orders.stockShipDays.
 */
export function leavesBy(
  availability: Availability,
  today: Day,
  shipDays: number,
  rests: readonly Rest[] = [],
): Day | null {
  if (availability.kind === 'sold_out') return null
  const days = availability.kind === 'made_to_order' ? availability.days : shipDays
  return afterWorkingDays(today, days, rests)
}
