import { convertWithin, grossLeaving, shareOf } from '~/platform/money'

/** What goes into one piece, fen. Costs that she did not write count as nothing: what is left for her work is then the most it can be. */
export type PieceCosts = {
  materialsFen: bigint | null
  packingFen: bigint | null
  /** hours of handwork in one piece, in steps of a half; null = not written */
  hours: number | null
}

const spent = ({ materialsFen, packingFen }: PieceCosts) => (materialsFen ?? 0n) + (packingFen ?? 0n)

/** What one sold piece leaves for her hours once commission, materials and packing are taken, fen; below zero when it does not even cover those. */
export function workOf(priceFen: bigint, costs: PieceCosts, commissionBps: number): bigint {
  return priceFen - shareOf(priceFen, commissionBps) - spent(costs)
}

/** What an hour of her work brings at a price, fen, rounded down; 0 when nothing is left for it; null without hours. */
export function wageOf(priceFen: bigint, costs: PieceCosts, commissionBps: number): bigint | null {
  const halves = halfHours(costs)
  if (halves === null) return null
  const work = workOf(priceFen, costs, commissionBps)
  return work > 0n ? convertWithin(work, { numerator: 2n, denominator: halves }) : 0n
}

const yuan = 100n

/** The lowest price in whole yuan at which an hour brings her `wageFen` at least; null without hours, or when commission would take all. */
export function suggestPrice(wageFen: bigint, costs: PieceCosts, commissionBps: number): bigint | null {
  const halves = halfHours(costs)
  if (halves === null || commissionBps >= 10_000) return null
  // half an hour of an odd wage is half a fen: rounded up, so that the wage is reached
  const work = convertWithin(wageFen * halves + 1n, { numerator: 1n, denominator: 2n })
  return grossLeaving(work + spent(costs), commissionBps, yuan)
}

function halfHours({ hours }: PieceCosts): bigint | null {
  return hours === null || hours <= 0 ? null : BigInt(Math.round(hours * 2))
}
