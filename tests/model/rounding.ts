/** The model's own arithmetic, in whole fen: simple, and nothing of the shop's. */

/** A part in basis points, to the nearest fen, a half up. */
export function portion(amount: number, bps: number): number {
  return Math.floor((amount * bps + 5_000) / 10_000)
}

/** The tax that is contained in an amount, to the nearest fen, a half up. */
export function containedTax(amount: number, bps: number): number {
  return Math.floor((2 * amount * bps + 10_000 + bps) / (2 * (10_000 + bps)))
}

/** Deals an amount out by weights: whole fen first, then one each to the largest remainders; a tie goes to the larger weight, then to the earlier. */
export function deal(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight, at) => ({
    at,
    weight,
    whole: Math.floor((amount * weight) / total),
    rest: (amount * weight) % total,
  }))
  const left = amount - shares.reduce((sum, share) => sum + share.whole, 0)
  const lucky = [...shares]
    .sort((a, b) => b.rest - a.rest || b.weight - a.weight || a.at - b.at)
    .slice(0, left)
    .map(({ at }) => at)
  return shares.map(({ at, whole }) => whole + (lucky.includes(at) ? 1 : 0))
}

/** Minor units of another currency for so many fen, to the nearest, a half up. */
export function exchanged(amount: number, ratePerMillion: number): number {
  return Math.floor((amount * ratePerMillion + 500_000) / 1_000_000)
}
