import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { fromSafeNumber, parseYuan, shareOf, toSafeNumber } from '~/platform/money'
import { wageOf, workOf } from './fair-price'
import { findWageTerms, type WageTerms } from './find-wage-terms.server'
import { listingLimits } from './listing-limits'
import { isLowWage, lowestPriceOf, pieceCostsOf, suggestionOf } from './listing-wage'
import type { ListingDraft } from './schema'

/** What one sold piece brings her by the rules of today, fen. It is fixed only when it is sold. */
export type Earning = {
  priceFen: number
  commissionFen: number
  shareFen: number
  /** the rate as read: "5", "2.5" */
  percent: string
  /** what she wrote goes into it; null = not written */
  materialsFen: number | null
  packingFen: number | null
  /** what is left for her hours; below zero when the price does not cover what goes into it */
  workFen: number
  hours: number | null
  /** what an hour of hers brings; null without hours */
  wageFen: number | null
}

/** What she sees beside the price: what it brings, the lowest wage where she works, and the price that her own wage asks for. */
export type FairPrice = {
  /** null without a price or while no commission rule is valid */
  earning: Earning | null
  /** the hour brings less than this: she says why */
  below: { minimumFen: number; place: string } | null
  minimum: { hourlyFen: number; place: string; source: string } | null
  suggestion: { wageFen: number; priceFen: number } | null
}

type Listing = { productId: string; sellerId: string; content: ListingDraft; locale: Locale }

/** The fair price helper for a listing as it stands. */
export async function findFairPrice(
  { productId, sellerId, content, locale }: Listing,
  tx: Tx = prisma,
): Promise<FairPrice> {
  const terms = await findWageTerms(tx, { productId, sellerId })
  const { minimum } = terms
  const place = minimum ? (locale === 'en' && minimum.placeEn) || minimum.placeZh : ''
  const suggestion = suggestionOf(content, terms)
  const minimumFen = minimum && toSafeNumber(minimum.hourlyFen)
  return {
    earning: earningOf(content, terms),
    below: minimumFen !== null && isLowWage(content, terms) ? { minimumFen, place } : null,
    minimum: minimum && { hourlyFen: toSafeNumber(minimum.hourlyFen), place, source: minimum.source },
    suggestion: suggestion && {
      wageFen: toSafeNumber(suggestion.wageFen),
      priceFen: toSafeNumber(suggestion.priceFen),
    },
  }
}

function earningOf(content: ListingDraft, { commissionBps }: WageTerms): Earning | null {
  const priceFen = lowestPriceOf(content)
  if (priceFen === null || commissionBps === null) return null
  const price = fromSafeNumber(priceFen)
  const commission = shareOf(price, commissionBps)
  const costs = pieceCostsOf(content)
  const wage = wageOf(price, costs, commissionBps)
  return {
    priceFen,
    commissionFen: toSafeNumber(commission),
    shareFen: toSafeNumber(price - commission),
    percent: String(commissionBps / 100),
    materialsFen: content.materialsCostFen,
    packingFen: content.packingFen,
    workFen: toSafeNumber(workOf(price, costs, commissionBps)),
    hours: content.makingHours,
    wageFen: wage === null ? null : toSafeNumber(wage),
  }
}

/** What she is typing in the third step, before it is saved; null where it is not asked about. */
export type TypedPrice = {
  price: string | null
  materialsCost: string | null
  packing: string | null
  hourlyWage: string | null
}

/** The listing with what is being typed in place of what is saved; what is no amount counts as not written. */
export function withTyped(content: ListingDraft, typed: TypedPrice): ListingDraft {
  const or = (text: string | null, saved: number | null, { min, max }: { min: number; max: number }) => {
    if (text === null) return saved
    const fen = parseYuan(text)
    return fen === null || fen < min || fen > max ? null : toSafeNumber(fen)
  }
  return {
    ...content,
    priceFen: or(typed.price, content.priceFen, listingLimits.priceFen),
    materialsCostFen: or(typed.materialsCost, content.materialsCostFen, listingLimits.costFen),
    packingFen: or(typed.packing, content.packingFen, listingLimits.costFen),
    hourlyWageFen: or(typed.hourlyWage, content.hourlyWageFen, listingLimits.wageFen),
  }
}
