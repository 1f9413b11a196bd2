import { least, shareWithin, split, sum } from '~/platform/money'

/** What a promotion takes off which goods. Amounts in fen. */
export type PromotionTerms = {
  /** exactly one of percentBps and offFen */
  percentBps: number | null
  offFen: bigint | null
  minSpendFen: bigint
  craftId: string | null
  sellerId: string | null
  bearer: 'platform' | 'seller' | 'sponsor'
}

/** A line of a basket. */
export type DiscountGoods = { sellerId: string; craftId: string; amountFen: bigint }

/** The largest part of a line that may be taken off, in basis points: what the maker bears leaves her half, whoever bears it leaves the buyer a tenth to pay. */
const mostOffBps = { platform: 9_000, sponsor: 9_000, seller: 5_000 } as const

/** Whether a promotion is for these goods. */
function isFor({ craftId, sellerId }: PromotionTerms, goods: DiscountGoods): boolean {
  return (craftId === null || craftId === goods.craftId) && (sellerId === null || sellerId === goods.sellerId)
}

/** What the goods that it is for lack until it applies; null when there are none that it is for. */
export function missingFen(terms: PromotionTerms, goods: readonly DiscountGoods[]): bigint | null {
  const own = goods.filter((one) => isFor(terms, one) && one.amountFen > 0n)
  if (own.length === 0) return null
  const spent = sum(own.map(({ amountFen }) => amountFen))
  return spent >= terms.minSpendFen ? 0n : terms.minSpendFen - spent
}

/**
 * What is taken off each line, in their order: the promotion's amount, never more than may be taken off the lines together, spread over them by largest remainder, so that the parts sum to
 * it and no line is pushed below what must stay. All zero when it does not apply.
 */
export function discountOf(terms: PromotionTerms, goods: readonly DiscountGoods[]): bigint[] {
  if (missingFen(terms, goods) !== 0n) return goods.map(() => 0n)
  const own = goods.map((one) => (isFor(terms, one) ? one.amountFen : 0n))
  const room = own.map((amountFen) => shareWithin(amountFen, mostOffBps[terms.bearer]))
  const most = sum(room)
  if (most === 0n) return goods.map(() => 0n)
  const wanted = terms.offFen ?? shareWithin(sum(own), terms.percentBps ?? 0)
  return split(least(wanted, most), room)
}
