import { z } from 'zod'
import { MakeMode } from '~/generated/prisma/enums'
import { parseYuan, toYuan } from '~/platform/money'

/** newest first (the default), most handwork first, lowest price first */
export const sorts = ['new', 'hours', 'price'] as const
export type Sort = (typeof sorts)[number]

/** The last piece of a page: its value in the sorting (milliseconds, minutes or fen) and its id. */
export type Cursor = { key: bigint; id: string }

/** What a list was asked for. An empty list means all. */
export type ProductQuery = {
  /** words, as typed */
  q: string
  crafts: string[]
  /** statistical codes */
  counties: string[]
  modes: MakeMode[]
  minFen: bigint | null
  maxFen: bigint | null
  sort: Sort
  /** where the page before ended; null = from the start */
  after: Cursor | null
}

/** Names of the parts in an address. */
export const queryNames = {
  q: 'q',
  crafts: 'craft',
  counties: 'county',
  modes: 'made',
  min: 'min',
  max: 'max',
  sort: 'sort',
  after: 'after',
} as const

const longestQuery = 60
const craftCode = z.string().regex(/^[a-z0-9-]{1,80}$/)
const countyCode = z.string().regex(/^\d{6}$/)
const cursorText = z.string().regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** Reads the query of an address. Never refuses: a part that makes no sense is left out, so that no link breaks over a filter. */
export function readProductQuery(search: URLSearchParams): ProductQuery {
  const one = (name: string) => search.get(name) ?? ''
  const bounds = [parseYuan(one(queryNames.min)), parseYuan(one(queryNames.max))] as const
  const [minFen, maxFen] =
    bounds[0] !== null && bounds[1] !== null && bounds[0] > bounds[1] ? [bounds[1], bounds[0]] : bounds
  return {
    q: cleanWords(one(queryNames.q)),
    crafts: keep(search.getAll(queryNames.crafts), craftCode),
    counties: keep(search.getAll(queryNames.counties), countyCode),
    modes: keep(search.getAll(queryNames.modes), z.enum(MakeMode)),
    minFen,
    maxFen,
    sort: z.enum(sorts).catch('new').parse(one(queryNames.sort)),
    after: readCursor(one(queryNames.after)),
  }
}

/** The same query, changed, as an address has it; without `after` in the change it begins at the start. */
export function writeProductQuery(query: ProductQuery, change: Partial<ProductQuery> = {}): string {
  const { q, crafts, counties, modes, minFen, maxFen, sort, after } = { ...query, after: null, ...change }
  const search = new URLSearchParams()
  if (q) search.set(queryNames.q, q)
  for (const code of crafts) search.append(queryNames.crafts, code)
  for (const code of counties) search.append(queryNames.counties, code)
  for (const mode of modes) search.append(queryNames.modes, mode)
  if (minFen !== null) search.set(queryNames.min, shortYuan(minFen))
  if (maxFen !== null) search.set(queryNames.max, shortYuan(maxFen))
  if (sort !== 'new') search.set(queryNames.sort, sort)
  if (after) search.set(queryNames.after, `${after.key}_${after.id}`)
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** 68 or 68.50, as a person would type it. */
export function shortYuan(fen: bigint): string {
  return toYuan(fen).replace(/\.00$/, '')
}

function cleanWords(text: string): string {
  if (!text.isWellFormed()) return ''
  return [...text.replaceAll('\0', '').trim()].slice(0, longestQuery).join('')
}

function keep<T>(values: readonly string[], kind: z.ZodType<T>): T[] {
  const kept = values.slice(0, 30).flatMap((value) => {
    const result = kind.safeParse(value)
    return result.success ? [result.data] : []
  })
  return [...new Set(kept)]
}

function readCursor(text: string): Cursor | null {
  if (!cursorText.safeParse(text).success) return null
  const [key = '', id = ''] = text.split('_')
  return { key: BigInt(key), id }
}
