import { toSafeNumber } from '~/platform/money'
import { wageOf, workOf } from './fair-price'
import type { ProductPageView } from './product-page-view'

/** What goes into one piece as buyers see it, fen: materials, packing and work sum to the maker's share of the price. */
export type PriceAccount = {
  materialsFen: number
  packingFen: number
  workFen: number
  hours: number
  wageFen: number
}

/** Null where she does not show it, where a price does not cover what goes into it, and while no commission rule is valid. */
export function priceAccount(
  { costs, makingMinutes }: Pick<ProductPageView, 'costs' | 'makingMinutes'>,
  { priceFen, commissionBps }: { priceFen: bigint; commissionBps: number | null },
): PriceAccount | null {
  if (!costs || makingMinutes === null || commissionBps === null) return null
  const hours = Math.max(0.5, Math.round(makingMinutes / 30) / 2)
  const piece = { materialsFen: BigInt(costs.materialsFen), packingFen: BigInt(costs.packingFen), hours }
  const work = workOf(priceFen, piece, commissionBps)
  const wage = wageOf(priceFen, piece, commissionBps)
  if (work < 0n || wage === null) return null
  return { ...costs, hours, workFen: toSafeNumber(work), wageFen: toSafeNumber(wage) }
}
