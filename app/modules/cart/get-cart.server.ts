import { destinationView } from '~/modules/abroad/destination-view'
import { abroadTermsOf } from '~/modules/abroad/find-abroad-terms.server'
import { problemWords, serviceWords, weighedWords } from '~/modules/abroad/problem-words'
import { type AbroadQuote, type AbroadTerms, sendAbroad } from '~/modules/abroad/send-abroad'
import { ServiceWishes } from '~/modules/abroad/service-wishes'
import { combinePostage } from '~/modules/bases/combine-postage'
import { answersIn } from '~/modules/catalog/wishes'
import { choosePromotion } from '~/modules/promotions/find-promotion.server'
import { paidByOf } from '~/modules/promotions/paid-by'
import { makingDays } from '~/modules/rests/making-days'
import { type Availability, leavesBy, mostOf } from '~/modules/search/availability'
import { pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { type SaleTerms, saleTermsOf } from '~/modules/settings/find-sale-terms.server'
import { addDays } from '~/platform/calendar'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { fromSafeNumber, sum, toSafeNumber } from '~/platform/money'
import {
  type CartLineView,
  type CartParcelView,
  type CartProblem,
  type CartPromotion,
  type CartView,
  emptyCart,
  type ParcelWay,
} from './cart-view'
import { type CartLineRow, type CartWish, findCartLines } from './find-cart-lines.server'
import { availabilityOfVariant } from './get-offer.server'

type GetCartInput = {
  /** from findCartIds: looked at as one basket; none = no basket yet */
  cartIds: readonly string[]
  locale: Locale
  /** where she wants it, ISO 3166; not given: inside the mainland */
  country?: string
  tx?: Tx
}

/** A line with what keeps it from going where she wants it. */
type LineRow = CartLineRow & { abroadProblem: string | null }

/** What one seller sends: abroad by which service, when it can go at all. */
type SentParcel = {
  rows: LineRow[]
  abroad: AbroadTerms | null
  quote: AbroadQuote | null
  choices: AbroadQuote[]
}

/** The basket with present prices, stock and postage, one parcel per seller in the order in which she began. One statement, none without a basket. */
export async function getCart({
  cartIds,
  locale,
  country = 'CN',
  tx = prisma,
}: GetCartInput): Promise<CartView> {
  const read = cartIds.length === 0 ? [] : await findCartLines(tx, cartIds, country)
  const found = shareShelves(read)
  const [first] = read
  if (!first) return emptyCart
  const terms = saleTermsOf(first.terms)
  const abroad = abroadTermsOf(first.abroad)
  const { code, services } = wishesOf(first.carts)
  const sellers = groupBySeller(found).map((own) => sendParcel(own, { abroad, services, locale }))
  const rows = sellers.flatMap((parcel) => parcel.rows)
  const offer = choosePromotion(first.promotions, {
    goods: rows.map((row) => ({ ...row, amountFen: amountOf(row) })),
    code,
  })
  const discounts = new Map(rows.map((row, at) => [row, offer.promotion?.discounts[at] ?? 0n] as const))
  const postages = terms.postage && combinePostage(terms.postage, sellers.map(ownParcel))
  const parcels = sellers.map((parcel, at) =>
    parcelOf(parcel, terms, { locale, discounts, postage: postages?.[at] ?? null }),
  )
  const lines = parcels.flatMap((parcel) => parcel.lines)
  const totals = {
    itemsFen: total(parcels.map((parcel) => parcel.itemsFen)),
    postageFen: total(parcels.map((parcel) => parcel.postageFen)),
  }
  const promotion = promotionView(offer, code, locale)
  return {
    parcels,
    destination: abroad && destinationView(abroad.country, locale),
    pieceCount: lines.reduce((count, line) => count + line.quantity, 0),
    ...totals,
    promotion,
    totalFen: total([...Object.values(totals), -promotion.discountFen]),
    canCheckOut: lines.every((line) => line.problem === null),
    hasMadeToOrder: lines.some(
      (line) => line.availability.kind === 'made_to_order' || line.answers.length > 0,
    ),
  }
}

/** Lines of one variant share its shelf: what an earlier one takes is not there for the next. */
function shareShelves(rows: CartLineRow[]): CartLineRow[] {
  const taken = new Map<string, number>()
  return rows.map((row) => {
    const before = taken.get(row.variantId) ?? 0
    taken.set(row.variantId, before + row.quantity)
    return before === 0 ? row : { ...row, free: Math.max(0, row.free - before) }
  })
}

/** The code that she typed and the services that she chose, in whichever of her carts; null for no code. */
function wishesOf(carts: readonly CartWish[]): { code: string | null; services: ServiceWishes } {
  const code = carts.find(({ promoCode }) => promoCode !== null)?.promoCode ?? null
  const wishes = carts.toReversed().flatMap((cart) => Object.entries(ServiceWishes.parse(cart.services)))
  return { code, services: Object.fromEntries(wishes) }
}

function promotionView(
  { promotion, codeProblem }: ReturnType<typeof choosePromotion>,
  code: string | null,
  locale: Locale,
): CartPromotion {
  const name = promotion && (locale === 'en' ? promotion.nameEn : promotion.nameZh)
  const problem =
    codeProblem?.kind === 'below'
      ? { kind: codeProblem.kind, missingFen: toSafeNumber(codeProblem.missingFen) }
      : codeProblem
  return {
    discountFen: toSafeNumber(promotion?.discountFen ?? 0n),
    name,
    paidBy: promotion && paidByOf(promotion, locale),
    code: code ?? '',
    problem,
  }
}

function groupBySeller(rows: readonly CartLineRow[]): CartLineRow[][] {
  const sellers = new Map<string, CartLineRow[]>()
  for (const row of rows) sellers.set(row.sellerId, [...(sellers.get(row.sellerId) ?? []), row])
  return [...sellers.values()]
}

/** Pieces that cannot be bought anyway take no part in it. */
function sendParcel(
  found: readonly CartLineRow[],
  { abroad, services, locale }: { abroad: AbroadTerms | null; services: ServiceWishes; locale: Locale },
): SentParcel {
  const rows = found.map((row) => ({ ...row, abroadProblem: null }))
  if (!abroad) return { rows, abroad, quote: null, choices: [] }
  const goods = rows.filter(
    (row) => problemOf(row)?.kind !== 'off_sale' && problemOf(row)?.kind !== 'sold_out',
  )
  const { problems, quote, choices } = sendAbroad(goods, abroad, services[found[0]?.sellerId ?? ''])
  const words = new Map(
    goods.map((row, at) => {
      const problem = problems[at]
      return [row, problem ? problemWords(problem, translator(locale), locale) : null]
    }),
  )
  return {
    rows: rows.map((row) => ({ ...row, abroadProblem: words.get(row) ?? null })),
    abroad,
    quote,
    choices,
  }
}

type ParcelContext = {
  locale: Locale
  discounts: ReadonlyMap<LineRow, bigint>
  /** inside the mainland, by the rule in force; null without one */
  postage: ReturnType<typeof combinePostage>[number] | null
}

function ownParcel({ rows }: SentParcel) {
  return {
    sellerId: rows[0]?.sellerId ?? '',
    togetherId: rows[0]?.togetherId ?? null,
    itemsFen: sum(rows.map(amountOf)),
  }
}

function parcelOf(
  { rows, abroad, quote, choices }: SentParcel,
  terms: SaleTerms,
  { locale, discounts, postage }: ParcelContext,
): CartParcelView {
  const [first] = rows
  if (!first) throw new Error('a parcel has a line')
  const lines = rows.map((row) => lineOf(row, locale))
  const itemsFen = sum(rows.map(amountOf))
  const days = lines.flatMap((line) =>
    line.most > 0 ? (leavesBy(line.availability, terms.today, terms.stockShipDays, first.rests) ?? []) : [],
  )
  const leaves = days.toSorted().at(-1) ?? null
  const wayDays = abroad ? (quote?.daysTo ?? null) : terms.usualWayDays
  return {
    sellerId: first.sellerId,
    sellerSlug: first.sellerSlug,
    sellerName: locale === 'en' ? first.sellerEn : first.sellerZh,
    county: wordsIn(locale, first.countyZh, first.countyEn).text,
    lines,
    itemsFen: toSafeNumber(itemsFen),
    discountFen: toSafeNumber(sum(rows.map((row) => discounts.get(row) ?? 0n))),
    ...(abroad
      ? { postageFen: toSafeNumber(quote?.postageFen ?? 0n), untilFreeFen: null }
      : postageInland(postage, terms.postage)),
    together: !abroad && postage?.isShared ? nameOfBase(first, locale) : null,
    sentBy: quote && sentWords(quote, locale),
    isStuck: abroad !== null && quote === null,
    ways: choices.map((choice) => wayOf(choice, quote, locale)),
    leavesBy: leaves,
    arrivesBy: leaves && wayDays !== null ? addDays(leaves, wayDays) : null,
  }
}

/** Her share of what it costs, and what all that goes with it is short of going free. */
function postageInland(
  postage: ParcelContext['postage'],
  rule: SaleTerms['postage'],
): Pick<CartParcelView, 'postageFen' | 'untilFreeFen'> {
  if (!rule || !postage) return { postageFen: 0, untilFreeFen: null }
  const { postageFen, goodsFen } = postage
  const untilFree = postageFen === 0n || rule.freeFromFen === null ? null : rule.freeFromFen - goodsFen
  return {
    postageFen: toSafeNumber(postageFen),
    untilFreeFen: untilFree === null ? null : toSafeNumber(untilFree),
  }
}

function nameOfBase({ togetherZh, togetherEn }: CartLineRow, locale: Locale): string | null {
  return (locale === 'en' && togetherEn) || togetherZh
}

function wayOf(choice: AbroadQuote, chosen: AbroadQuote | null, locale: Locale): ParcelWay {
  const { rateId, service, isTracked, postageFen } = choice
  return {
    rateId,
    service,
    words: serviceWords(choice, translator(locale)),
    isTracked,
    postageFen: toSafeNumber(postageFen),
    isChosen: choice === chosen,
  }
}

/** "EMS, 5–10 days on the way, 2.26 kg packed" */
function sentWords(quote: AbroadQuote, locale: Locale): string {
  const t = translator(locale)
  return [serviceWords(quote, t), weighedWords(quote.grams, t)].join(t('shop.pause'))
}

function lineOf(row: LineRow, locale: Locale): CartLineView {
  const title = wordsIn(locale, row.titleZh, row.titleEn)
  const variant = row.variantZh === null ? null : wordsIn(locale, row.variantZh, row.variantEn)
  const availability = availabilityOfRow(row)
  return {
    variantId: row.variantId,
    answersKey: row.answersKey,
    answers: answersIn(locale, row.answers),
    productId: row.productId,
    slug: row.slug,
    title: title.text,
    titleLang: title.lang,
    variantName: variant?.text ?? null,
    variantLang: variant?.lang ?? null,
    picture: pictureOfRow(row, locale, title.text),
    quantity: row.quantity,
    most: row.isOffered ? mostOf(availability) : 0,
    unitPriceFen: toSafeNumber(row.unitPriceFen ?? 0n),
    wasFen: wasOf(row),
    amountFen: toSafeNumber(amountOf(row)),
    availability,
    problem: problemOf(row),
  }
}

/** Nothing is said of a price at which it cannot be had. */
function wasOf(row: LineRow): number | null {
  const isOther = amountOf(row) > 0n && row.seenFen !== null && row.seenFen !== row.unitPriceFen
  return isOther ? toSafeNumber(row.seenFen ?? 0n) : null
}

/** What a line adds to the sum: nothing when it cannot be had at all. */
function amountOf(row: LineRow): bigint {
  const kind = problemOf(row)?.kind
  return kind === 'off_sale' || kind === 'sold_out' ? 0n : (row.unitPriceFen ?? 0n) * BigInt(row.quantity)
}

function availabilityOfRow(row: LineRow): Availability {
  return availabilityOfVariant(row.makeMode, row.free, makingDays(row, row.quantity))
}

function problemOf(row: LineRow): CartProblem | null {
  if (!row.isOffered) return { kind: 'off_sale' }
  const most = mostOf(availabilityOfRow(row))
  if (most === 0)
    return row.heldUntil ? { kind: 'held', until: row.heldUntil.getTime() } : { kind: 'sold_out' }
  if (row.quantity > most) return { kind: 'only', most }
  if (row.isUnanswered) return { kind: 'unanswered' }
  return row.abroadProblem === null ? null : { kind: 'abroad', text: row.abroadProblem }
}

function total(amountsFen: readonly number[]): number {
  return toSafeNumber(sum(amountsFen.map(fromSafeNumber)))
}
