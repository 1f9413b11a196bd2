/** What of a piece decides whether and how it can go abroad. */
export type AbroadGoods = {
  shipsAbroad: boolean
  materialCodes: readonly string[]
  craftId: string
  /** of one piece; null = not weighed */
  weightGrams: number | null
  quantity: number
}

/** Of a carrier's service, what one parcel costs. */
export type Rate = {
  id: string
  service: PostageService
  firstGrams: number
  firstFen: bigint
  stepGrams: number
  stepFen: bigint
  mostGrams: number
  daysFrom: number
  daysTo: number
  /** it can be followed on its way */
  isTracked: boolean
}

export type PostageService = 'epacket' | 'parcel' | 'ems'

/** What holds now for parcels into one country. */
export type AbroadTerms = {
  country: AbroadCountry
  rates: readonly Rate[]
  /** what does not pass its border */
  blocked: readonly { craftId: string | null; materialCode: string | null; reason: Words }[]
  packing: Packing
}

export type Words = { zh: string; en: string }

/** A country as far as a parcel into it is concerned. */
export type AbroadCountry = {
  code: string
  name: Words
  isLatin: boolean
  postcode: { pattern: string; example: string } | null
  freeLimit: FreeLimit | null
}

/** Up to which value no duty is asked, in whole units of a currency, as it was known on a day. */
export type FreeLimit = { units: number; currency: string; day: string }

/** What box and padding add: so much to every parcel, and basis points of what is in it. */
export type Packing = { grams: number; bps: number }

/** Why a piece, or the parcel in which it would lie, cannot go there. */
export type AbroadProblem =
  | { kind: 'blocked'; country: Words; reason: Words }
  | { kind: 'not_abroad'; country: Words }
  | { kind: 'no_weight'; country: Words }
  | { kind: 'no_route'; country: Words }
  | { kind: 'too_heavy'; country: Words; grams: number; mostGrams: number }

/** By which rate a parcel goes, and what it costs. */
export type AbroadQuote = Pick<Rate, 'service' | 'daysFrom' | 'daysTo' | 'isTracked'> & {
  rateId: string
  grams: number
  postageFen: bigint
}

/**
 * What comes of sending goods in one parcel: a problem for each that has one, in their order; when none has, the quote by which it goes, and all from which she may choose, the cheapest first.
 */
export type Sending = {
  problems: (AbroadProblem | null)[]
  quote: AbroadQuote | null
  choices: AbroadQuote[]
}

/**
 * One parcel into a country, by the service that she wants where that takes its weight, else by the cheapest that does. What blocks a piece is said before what is missing of it; a parcel that is too heavy is
 * said of each piece in it, since any of them may stay behind.
 */
export function sendAbroad(
  goods: readonly AbroadGoods[],
  terms: AbroadTerms,
  wanted: PostageService | null = null,
): Sending {
  const own = goods.map((one) => problemOf(one, terms))
  if (own.some((problem) => problem !== null)) return { problems: own, quote: null, choices: [] }
  const grams = parcelGrams(goods, terms.packing)
  const choices = fitting(terms.rates, grams)
  const quote = choices.find(({ service }) => service === wanted) ?? choices[0]
  if (quote) return { problems: own, quote, choices }
  const country = terms.country.name
  const mostGrams = Math.max(0, ...terms.rates.map((rate) => rate.mostGrams))
  const problem: AbroadProblem =
    mostGrams === 0 ? { kind: 'no_route', country } : { kind: 'too_heavy', country, grams, mostGrams }
  return { problems: goods.map(() => problem), quote: null, choices: [] }
}

function problemOf(goods: AbroadGoods, { country, blocked }: AbroadTerms): AbroadProblem | null {
  const rule = blocked.find(
    ({ craftId, materialCode }) =>
      craftId === goods.craftId || (materialCode !== null && goods.materialCodes.includes(materialCode)),
  )
  if (rule) return { kind: 'blocked', country: country.name, reason: rule.reason }
  if (!goods.shipsAbroad) return { kind: 'not_abroad', country: country.name }
  return goods.weightGrams === null ? { kind: 'no_weight', country: country.name } : null
}

/** Weight of a parcel with its packing, whole grams, rounded up. */
function parcelGrams(goods: readonly AbroadGoods[], { grams, bps }: Packing): number {
  const within = goods.reduce((sum, { weightGrams, quantity }) => sum + (weightGrams ?? 0) * quantity, 0)
  return within + Math.ceil((within * bps) / 10_000) + grams
}

/** What takes the parcel, the cheapest first; of two that cost the same the faster one. What another one outdoes is left out: nobody would choose it knowingly. */
function fitting(rates: readonly Rate[], grams: number): AbroadQuote[] {
  const quotes = rates
    .filter(({ mostGrams }) => grams <= mostGrams)
    .map(({ id, service, daysFrom, daysTo, isTracked, ...rate }) => ({
      rateId: id,
      service,
      daysFrom,
      daysTo,
      isTracked,
      grams,
      postageFen: priceOf(rate, grams),
    }))
    .toSorted((a, b) => compare(a.postageFen, b.postageFen) || a.daysTo - b.daysTo)
  return quotes.filter((quote) => !quotes.some((other) => outdoes(other, quote)))
}

/** In nothing worse (price, days, tracking), and better in one. */
function outdoes(one: AbroadQuote, other: AbroadQuote): boolean {
  const isNoWorse =
    one.postageFen <= other.postageFen && one.daysTo <= other.daysTo && (one.isTracked || !other.isTracked)
  const isBetter =
    one.postageFen < other.postageFen || one.daysTo < other.daysTo || one.isTracked !== other.isTracked
  return isNoWorse && isBetter
}

/** The first weight, then every begun step. */
function priceOf(
  {
    firstGrams,
    firstFen,
    stepGrams,
    stepFen,
  }: Pick<Rate, 'firstGrams' | 'firstFen' | 'stepGrams' | 'stepFen'>,
  grams: number,
): bigint {
  const steps = Math.max(0, Math.ceil((grams - firstGrams) / stepGrams))
  return firstFen + BigInt(steps) * stepFen
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
