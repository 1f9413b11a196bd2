/** Percent of the total that each amount is, to one decimal; refuses amounts that do not add up to the fen. */
export function strandShares(amountsFen: ReadonlyArray<number>, totalFen: number): number[] {
  const sum = amountsFen.reduce((running, amount) => running + amount, 0)
  if (sum !== totalFen) throw new RangeError(`the strands make ${sum} fen, the price is ${totalFen} fen`)
  return amountsFen.map((amount) =>
    totalFen <= 0 ? 0 : Math.max(0, Math.round((amount / totalFen) * 1000) / 10),
  )
}

/** Thickness is the share: one percent is 0.56 px, that is 0.035 rem; never thinner than a hair. */
export function strandThickness(sharePercent: number): string {
  return `${Math.max(0.0625, Number((sharePercent * 0.035).toFixed(4)))}rem`
}
