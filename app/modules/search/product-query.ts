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

/** A piece at the edge of a page: its value in the sorting (points, milliseconds, minutes or fen) and its id. */
export type Cursor = { key: bigint; id: string }

/** Where a page was turned from: it begins behind the last piece of the one before, or, turned back, ends before the first piece of the one behind. `page` is its number to the reader; null where an address does not say. */
export type Turn = { from: Cursor; isBack: boolean; page: number | null }

/** A price from–to, both included, fen; null: no bound. */
export type PriceBounds = { minFen: bigint | null; maxFen: bigint | null }

/** pieces on a page of a list */
export const pageSize = 24

/** What a list was asked for. */
export type ProductQuery = PriceBounds & {
  /** words, as typed */
  q: string
  chosen: Chosen
  sort: Sort
  /** null = from the start */
  turn: Turn | null
}

/** Names of a turn's parts in an address. */
const turnNames = { after: 'after', before: 'before', page: 'page' } as const

/** Names of the other parts in an address. */
export const queryNames = {
  q: 'q',
  min: 'min',
  max: 'max',
  band: 'band',
  sort: 'sort',
  ...turnNames,
} as const

/** Before the names of a turn's parts: a page with two lists has one of them turned by its own. */
export type TurnPrefix = '' | 'pieces-'

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
  const asked = readBand(one(queryNames.band)) ?? [
    parseYuan(one(queryNames.min)),
    parseYuan(one(queryNames.max)),
  ]
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
    turn: readTurn(one),
  }
}

/** The same query, changed, as an address has it; without a turn in the change it begins at the start. */
export function writeProductQuery(query: ProductQuery, change: Partial<ProductQuery> = {}): string {
  const { q, chosen, minFen, maxFen, sort, turn } = { ...query, turn: null, ...change }
  const search = new URLSearchParams()
  if (q) search.set(queryNames.q, q)
  for (const group of facetGroups) for (const value of chosen[group]) search.append(group, value)
  if (minFen !== null) search.set(queryNames.min, shortYuan(minFen))
  if (maxFen !== null) search.set(queryNames.max, shortYuan(maxFen))
  if (sort !== 'best') search.set(queryNames.sort, sort)
  for (const [name, value] of Object.entries(writeTurn(turn))) search.set(name, value)
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** A price that is offered, as its button says it: with what is ticked beside it, and instead of what stands in the fields. Neither bound is any price. */
export function writeBand({ minFen, maxFen }: PriceBounds): string {
  return `${minFen === null ? '' : shortYuan(minFen)}-${maxFen === null ? '' : shortYuan(maxFen)}`
}

function readBand(text: string): [bigint | null, bigint | null] | null {
  const [min = '', max = '', ...rest] = text.split('-')
  return text.includes('-') && rest.length === 0 ? [parseYuan(min), parseYuan(max)] : null
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

/** A turn as an address has it. */
export function writeTurn(turn: Turn | null, prefix: TurnPrefix = ''): Record<string, string> {
  if (turn === null) return {}
  const { from, isBack, page } = turn
  return {
    [prefix + (isBack ? turnNames.before : turnNames.after)]: `${from.key}_${from.id}`,
    ...(page === null ? {} : { [prefix + turnNames.page]: String(page) }),
  }
}

/** The turn in an address, of which `one` tells a part or nothing. No page that was turned to is the first: back to that an address without a turn leads. */
function readTurn(one: (name: string) => string, prefix: TurnPrefix = ''): Turn | null {
  const [after, before] = [
    readCursor(one(prefix + turnNames.after)),
    readCursor(one(prefix + turnNames.before)),
  ]
  const number = Number(/^\d{1,6}$/.exec(one(prefix + turnNames.page))?.[0])
  const page = number > 1 ? number : null
  if (after) return { from: after, isBack: false, page }
  return before ? { from: before, isBack: true, page } : null
}

/** The turn in the address of a request. */
export function readTurnOf(request: Request, prefix: TurnPrefix = ''): Turn | null {
  const { searchParams } = new URL(request.url)
  return readTurn((name) => searchParams.get(name) ?? '', prefix)
}

function readCursor(text: string): Cursor | null {
  if (!cursorText.test(text)) return null
  const [key = '', id = ''] = text.split('_')
  return { key: BigInt(key), id }
}
