import type { Day } from '~/platform/calendar'
import { toSafeNumber } from '~/platform/money'

/** What was sold and given back, money in fen. */
export type SalesSums = {
  /** a maker's part of an order, on the day on which it was earned */
  orders: number
  pieces: number
  goodsFen: number
  returnedPieces: number
  refundedFen: number
}

export const noSales: SalesSums = { orders: 0, pieces: 0, goodsFen: 0, returnedPieces: 0, refundedFen: 0 }

/** Sums as the database has them, as numbers. */
export function readSums(row: Record<keyof SalesSums, bigint>): SalesSums {
  return {
    orders: toSafeNumber(row.orders),
    pieces: toSafeNumber(row.pieces),
    goodsFen: toSafeNumber(row.goodsFen),
    returnedPieces: toSafeNumber(row.returnedPieces),
    refundedFen: toSafeNumber(row.refundedFen),
  }
}

/** The same month of the year before, by its first day. */
export function yearBefore(month: Day): Day {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}
