import type { Rate } from '~/modules/rates/estimate'
import { parseYuan, toYuan } from '~/platform/money'
import { colours, materials, occasions } from './attributes'
import { readPriceWords } from './price-words'

/** recommended (the default: newness, completeness, what can be had; never price), newest, lowest and highest price, most handwork */
export const sorts = ['best', 'new', 'price', 'price-down', 'hours'] as const
export type Sort = (typeof sorts)[number]

/** What leaves at once, and what is made to order in at most so many days; `longer` in more than 30. */
export const makings = ['ready', '7', '14', '30', 'longer'] as const

/** The questions that have listed answers. Their names stand in addresses and in SearchEntry.facets. */
export const facetGroups = [
  'craft',
  'made',
  'one',
  'place',
  'material',
  'colour',
  'occasion',
  'abroad',
] as const
export type FacetGroup = (typeof facetGroups)[number]

/** What narrows a list besides words: the answers to a question, or the price. */
export type Condition = FacetGroup | 'price'

/** Answers by question. Several of one question: any of them; several questions: all of them. */
export type Chosen = Readonly<Record<FacetGroup, readonly string[]>>

/** The last piece of a page: its value in the sorting (points, milliseconds, minutes or fen) and its id. */
export type Cursor = { key: bigint; id: string }

/** A price from–to, both included, fen; null: no bound. */
export type PriceBounds = { minFen: bigint | null; maxFen: bigint | null }

/** What a list was asked for. */
export type ProductQuery = PriceBounds & {
  /** words, as typed */
  q: string
  chosen: Chosen
  sort: Sort
  /** where the page before ended; null = from the start */
  after: Cursor | null
}

/** Names of the other parts in an address. */
export const queryNames = { q: 'q', min: 'min', max: 'max', sort: 'sort', after: 'after' } as const

const longestQuery = 60
/** Whether a word is an answer to a question. Every page of a list asks this: by hand, it takes a tenth of what a schema takes. */
const isAnswer: Readonly<Record<FacetGroup, (value: string) => boolean>> = {
  craft: (value) => /^[a-z0-9-]{1,80}$/.test(value),
  made: isAmong(makings),
  one: isAmong(['yes']),
  // statistical codes of a city, a county or a town
  place: (value) => /^\d{4}(\d{2}(\d{3})?)?$/.test(value),
  material: isAmong(materials),
  colour: isAmong(colours),
  occasion: isAmong(occasions),
  abroad: isAmong(['yes']),
}
const cursorText = /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function isAmong(known: readonly string[]): (value: string) => boolean {
  return (value) => known.includes(value)
}

/** Nothing chosen. */
export const nothingChosen: Chosen = {
  craft: [],
  made: [],
  one: [],
  place: [],
  material: [],
  colour: [],
  occasion: [],
  abroad: [],
}

/** Which conditions a query has. */
export function conditionsOf({ chosen, minFen, maxFen }: ProductQuery): Condition[] {
  const answered = facetGroups.filter((group) => chosen[group].length > 0)
  return minFen === null && maxFen === null ? answered : [...answered, 'price']
}

/** The query without one of its conditions, as a change of it. */
export function withoutCondition({ chosen }: ProductQuery, condition: Condition): Partial<ProductQuery> {
  return condition === 'price' ? { minFen: null, maxFen: null } : { chosen: { ...chosen, [condition]: [] } }
}

/** Reads the query of an address. Never refuses: a part that makes no sense is left out, so that no link breaks over a filter. A price among the words in the currency of the rate is estimated by it. */
export function readProductQuery(search: URLSearchParams, rate: Rate | null = null): ProductQuery {
  const one = (name: string) => search.get(name) ?? ''
  const chosen = { ...nothingChosen }
  for (const group of facetGroups) chosen[group] = keep(search.getAll(group), isAnswer[group])
  const typed = cleanWords(one(queryNames.q))
  const asked = [parseYuan(one(queryNames.min)), parseYuan(one(queryNames.max))] as const
  // a price among the words counts where the fields for it are empty
  const priced = asked[0] === null && asked[1] === null ? readPriceWords(typed, rate) : null
  const bounds = priced ? ([priced.minFen, priced.maxFen] as const) : asked
  const [minFen, maxFen] =
    bounds[0] !== null && bounds[1] !== null && bounds[0] > bounds[1] ? [bounds[1], bounds[0]] : bounds
  return {
    q: priced ? priced.words : typed,
    chosen,
    minFen,
    maxFen,
    sort: sorts.find((sort) => sort === one(queryNames.sort)) ?? 'best',
    after: readCursor(one(queryNames.after)),
  }
}

/** The same query, changed, as an address has it; without `after` in the change it begins at the start. */
export function writeProductQuery(query: ProductQuery, change: Partial<ProductQuery> = {}): string {
  const { q, chosen, minFen, maxFen, sort, after } = { ...query, after: null, ...change }
  const search = new URLSearchParams()
  if (q) search.set(queryNames.q, q)
  for (const group of facetGroups) for (const value of chosen[group]) search.append(group, value)
  if (minFen !== null) search.set(queryNames.min, shortYuan(minFen))
  if (maxFen !== null) search.set(queryNames.max, shortYuan(maxFen))
  if (sort !== 'best') search.set(queryNames.sort, sort)
  if (after) search.set(queryNames.after, `${after.key}_${after.id}`)
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** 68 or 68.50, as a person would type it. */
export function shortYuan(fen: bigint): string {
  return toYuan(fen).replace(/\.00$/, '')
}

/** Words as they are looked for: whole characters only, none that turns the writing round, at most 60. */
export function cleanWords(text: string): string {
  if (!text.isWellFormed()) return ''
  return [...text.replace(/[\0\u202a-\u202e\u2066-\u2069]/g, '').trim()].slice(0, longestQuery).join('')
}

function keep(values: readonly string[], isKnown: (value: string) => boolean): string[] {
  return [...new Set(values.slice(0, 30).filter(isKnown))]
}

function readCursor(text: string): Cursor | null {
  if (!cursorText.test(text)) return null
  const [key = '', id = ''] = text.split('_')
  return { key: BigInt(key), id }
}
