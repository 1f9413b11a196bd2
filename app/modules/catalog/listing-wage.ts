import { fromSafeNumber } from '~/platform/money'
import { type PieceCosts, suggestPrice, wageOf } from './fair-price'
import type { WageTerms } from './find-wage-terms.server'
import { isPrice, type ListingDraft } from './schema'

/** The lowest price of a listing that stands in it, fen: of several kinds the cheapest. */
export function lowestPriceOf({
  priceFen,
  options,
}: Pick<ListingDraft, 'priceFen' | 'options'>): number | null {
  const prices = options.length > 0 ? options.map((option) => option.priceFen) : [priceFen]
  return prices.reduce((least, price) =>
    least === null || (price !== null && price < least) ? price : least,
  )
}

type Costly = Pick<ListingDraft, 'materialsCostFen' | 'packingFen' | 'makingHours'>

export function pieceCostsOf({ materialsCostFen, packingFen, makingHours }: Costly): PieceCosts {
  const fen = (amount: number | null) => (amount === null ? null : fromSafeNumber(amount))
  return { materialsFen: fen(materialsCostFen), packingFen: fen(packingFen), hours: makingHours }
}

/** Whether a listing's lowest price leaves less an hour than the lowest wage where she works. Without price, hours or either rule nobody can tell: no. */
export function isLowWage(listing: ListingDraft, { commissionBps, minimum }: WageTerms): boolean {
  const price = lowestPriceOf(listing)
  if (price === null || commissionBps === null || minimum === null) return false
  const wage = wageOf(fromSafeNumber(price), pieceCostsOf(listing), commissionBps)
  return wage !== null && wage < minimum.hourlyFen
}

/** The wage that she wants, else the lowest of her county, and the price that it asks for, fen. None for a listing of several kinds: those prices are hers to tell apart. */
export function suggestionOf(
  listing: ListingDraft,
  { commissionBps, minimum }: WageTerms,
): { wageFen: bigint; priceFen: bigint } | null {
  const wageFen = listing.hourlyWageFen === null ? minimum?.hourlyFen : fromSafeNumber(listing.hourlyWageFen)
  if (wageFen === undefined || commissionBps === null || listing.options.length > 0) return null
  const priceFen = suggestPrice(wageFen, pieceCostsOf(listing), commissionBps)
  return priceFen !== null && isPrice(Number(priceFen)) ? { wageFen, priceFen } : null
}
