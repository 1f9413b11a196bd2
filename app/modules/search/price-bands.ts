import type { PriceBounds } from './product-query'

/** The prices that are offered beside a list, from the lowest up: both bounds of each are in it, as in the fields for a price, so that a piece of just ¥50 is in two. */
export const priceBands: readonly PriceBounds[] = [
  { minFen: null, maxFen: 50_00n },
  { minFen: 50_00n, maxFen: 100_00n },
  { minFen: 100_00n, maxFen: 200_00n },
  { minFen: 200_00n, maxFen: 500_00n },
  { minFen: 500_00n, maxFen: null },
]

/** Whether a price lies within bounds, fen. */
export function isWithin({ minFen, maxFen }: PriceBounds, fen: number): boolean {
  return (minFen === null || fen >= minFen) && (maxFen === null || fen <= maxFen)
}
