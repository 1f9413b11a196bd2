import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { fromSafeNumber, parseYuan, shareOf, toSafeNumber } from '~/platform/money'
import { listingLimits } from './listing-limits'

/** What one sold piece brings her by the rule of today, fen. It is fixed only when it is sold. */
export type Earning = {
  priceFen: number
  commissionFen: number
  shareFen: number
  /** the rate as read: "5", "2.5" */
  percent: string
}

/** Null without a price or while no commission rule is valid. */
export async function findEarning(productId: string, priceFen: number | null): Promise<Earning | null> {
  if (priceFen === null) return null
  const { commissionBps } = await findSaleTerms({ product: { id: productId } })
  if (commissionBps === null) return null
  const price = fromSafeNumber(priceFen)
  const commission = shareOf(price, commissionBps)
  return {
    priceFen,
    commissionFen: toSafeNumber(commission),
    shareFen: toSafeNumber(price - commission),
    percent: String(commissionBps / 100),
  }
}

/** The same for a price as it is being typed; null while it is none. */
export async function findEarningOf(productId: string, text: string): Promise<Earning | null> {
  const fen = parseYuan(text)
  const { min, max } = listingLimits.priceFen
  return fen === null || fen < min || fen > max ? null : findEarning(productId, toSafeNumber(fen))
}
