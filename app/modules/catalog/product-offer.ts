import { afterWorkingDays, type Rest, restBefore } from '~/modules/rests/working-days'
import { type Availability, countedUpTo, leavesBy } from '~/modules/search/availability'
import type { Day } from '~/platform/calendar'
import type { ProductPageView, VariantView } from './product-page-view'

/** One kind of a piece with the day that is promised for it. */
export type KindOffer = {
  variant: VariantView
  /** day by which one leaves when paid today */
  leavesBy: Day | null
  /** the days of rest that make it later */
  rest: Rest | null
  /** from how many pieces on she needs longer, and the day by which so many leave */
  later: { count: number; day: Day }[]
}

/** What the buying column says and offers. */
export type ProductOffer = {
  kinds: KindOffer[]
  /** the variant chosen first: the cheapest that can be had */
  first: VariantView
  canBuy: boolean
  /** day by which the first one leaves when paid today */
  leavesBy: Day | null
  /** how many may be asked for, of whichever kind */
  most: number
  /** which return rules apply among the variants */
  hasReady: boolean
  hasMadeToOrder: boolean
}

/** longest list of quantities; of more the number is typed. No longer than what a page counts, which is told when it changes */
export const mostOffered = countedUpTo

/** The offer of a piece's variants on a day; null when it has none. */
export function productOffer(
  { variants, rests }: Pick<ProductPageView, 'variants' | 'rests'>,
  today: Day,
  stockShipDays: number,
): ProductOffer | null {
  const [first] = variants.toSorted(
    (a, b) => Number(b.most > 0) - Number(a.most > 0) || a.priceFen - b.priceFen,
  )
  if (!first) return null
  const most = Math.max(...variants.map((variant) => variant.most))
  const offers = variants.map((variant): KindOffer => {
    const day = leavesBy(variant.availability, today, stockShipDays, rests)
    const later = variant.daysByCount.flatMap((days, at, all) =>
      days > (all[at - 1] ?? days) ? [{ count: at + 1, day: afterWorkingDays(today, days, rests) }] : [],
    )
    return { variant, leavesBy: day, rest: day === null ? null : restBefore(today, day, rests), later }
  })
  const kinds = variants.map((variant): Availability['kind'] => variant.availability.kind)
  return {
    kinds: offers,
    first,
    canBuy: most > 0,
    leavesBy: offers.find(({ variant }) => variant === first)?.leavesBy ?? null,
    most,
    hasReady: kinds.some((kind) => kind === 'stock' || kind === 'one_of_a_kind'),
    hasMadeToOrder: kinds.includes('made_to_order'),
  }
}
