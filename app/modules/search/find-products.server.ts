import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Bits, both, butNot } from './bits'
import { findPieces } from './find-pieces.server'
import { findWorded } from './find-worded.server'
import { type EntryOrder, firstMatches } from './first-matches.server'
import type { PieceView } from './piece-view'
import { matches, matchesWords, type Wanted } from './product-filter.server'
import {
  type Cursor,
  type ProductQuery,
  pageSize,
  type Sort,
  type Turn,
  writeProductQuery,
} from './product-query'
import type { FilledShelf } from './shelf.server'
import { matchesOn } from './shelf-matches'
import { turnedPage } from './turned-page'

/** One page of a list, and the addresses of its neighbours as query strings: null before the first and behind the last. `page` is its number to the reader; null where her address does not say. */
export type ProductPage = {
  pieces: PieceView[]
  page: number | null
  previous: string | null
  next: string | null
}

export const nothing: ProductPage = { pieces: [], page: 1, previous: null, next: null }

type Ask = {
  wanted: Wanted
  locale: Locale
  withinCraft?: string | null
  /** what this process has of all pieces, where the list can be chosen from that */
  filled?: FilledShelf | null
}

/**
 * One page of pieces on sale that match a query and the words it means. Keyset pages: pieces published meanwhile never shift or repeat what follows, nor what comes before.
 * `withinCraft` stays inside one craft's page. Two statements where the database chooses, and one for what was chosen; one more where everything before a page is gone since.
 */
export async function findProducts(query: ProductQuery, ask: Ask): Promise<ProductPage> {
  const found = await findHits(query, ask)
  if (query.turn?.isBack && found.length === 0) return findProducts({ ...query, turn: null }, ask)
  const { shown, page, previous, next } = turnedPage(query.turn, found)
  const ids = shown.map(({ id }) => id)
  return {
    pieces: (await findPieces(ids, ask.locale)).filter((piece) => piece !== null),
    page,
    previous: previous && writeProductQuery(query, { turn: previous === 'first' ? null : previous }),
    next: next && writeProductQuery(query, { turn: next }),
  }
}

/** The pieces of a page and one more, each with its place in the order; of a page that is turned back to from its end. */
type Hit = Cursor

function findHits(query: ProductQuery, { wanted, withinCraft = null, filled = null }: Ask): Promise<Hit[]> {
  return filled ? findOn(filled, query, wanted, withinCraft) : findAmongAll(query, wanted, withinCraft)
}

/** Chosen from what this process has of all pieces. */
async function findOn(
  filled: FilledShelf,
  query: ProductQuery,
  wanted: Wanted,
  withinCraft: string | null,
): Promise<Hit[]> {
  const { shelf } = filled
  const { sort, turn } = query
  const worded = wanted.kind === 'terms' ? await findWorded(filled, wanted.terms) : null
  const { all } = matchesOn(filled, query, { withinCraft, words: worded?.words ?? null })
  const hits = (pieces: Bits, { behind, plus }: Stretch, take: number) =>
    shelf
      .firstOf(pieces, sort, behind, take, turn?.isBack)
      .map((place) => ({ id: shelf.ids[place] ?? '', key: BigInt(shelf.keyOf(place, sort)) + plus }))
  const most = pageSize + 1
  if (!worded || sort !== 'best') return hits(all, { behind: turn?.from ?? null, plus: 0n }, most)
  const found: Hit[] = []
  for (const stretch of stretchesOf(turn)) {
    const pieces = stretch.isNamed ? both(all, worded.names) : butNot(all, worded.names)
    if (found.length < most) found.push(...hits(pieces, stretch, most - found.length))
  }
  return found
}

/** Chosen by the database: planned anew for what is looked for. */
async function findAmongAll(query: ProductQuery, wanted: Wanted, withinCraft: string | null): Promise<Hit[]> {
  const filter = matches(query, { withinCraft })
  const hits =
    wanted.kind === 'terms' && query.sort === 'best'
      ? bestHits(wanted, filter, query.turn)
      : sortedHits(query, Prisma.sql`${filter} AND ${matchesWords(wanted)}`)
  return prisma.$queryRaw<Hit[]>`${planAnew} SELECT id, key FROM (${hits}) page ORDER BY place`
}

/** Above every score: a piece whose names have the words comes before all that only mention them. */
const named = 1_000_000_000n

/** Part of the recommended order of words: the pieces whose names have them, or all that only mention them; from its beginning or behind a cursor. */
type Stretch = { isNamed?: boolean; behind: Cursor | null; plus: bigint }

/** What is read for a page, one after the other: two lists by score, of which a turn may have left the first. */
function stretchesOf(turn: Turn | null): Stretch[] {
  const ahead: Stretch[] = [
    { isNamed: true, behind: null, plus: named },
    { isNamed: false, behind: null, plus: 0n },
  ]
  const inOrder = turn?.isBack ? ahead.toReversed() : ahead
  if (turn === null) return inOrder
  const { from } = turn
  return inOrder
    .slice(inOrder.findIndex(({ isNamed }) => isNamed === from.key >= named))
    .map((stretch, at) =>
      at === 0 ? { ...stretch, behind: { ...from, key: from.key - stretch.plus } } : stretch,
    )
}

/** For words in the recommended order. The second list is not even begun while the first fills the page. */
function bestHits(wanted: Wanted, filter: Prisma.Sql, turn: Turn | null): Prisma.Sql {
  const inNames = matchesWords(wanted, 'names')
  const most = Prisma.sql`${pageSize + 1}::bigint`
  const [first, second] = stretchesOf(turn)
  const isBack = turn?.isBack ?? false
  const { place } = orderOf('best', null, isBack)
  const branch = ({ isNamed, behind, plus }: Stretch, limit: Prisma.Sql) =>
    firstMatches(
      Prisma.sql`e.id, e.score + ${plus}::bigint AS key`,
      isNamed
        ? Prisma.sql`${filter} AND ${inNames}`
        : Prisma.sql`${filter} AND ${matchesWords(wanted)} AND NOT ${inNames}`,
      orderOf('best', behind, isBack),
      limit,
    )
  const rest = second
    ? Prisma.sql`UNION ALL ${branch(second, Prisma.sql`(${most} - (SELECT count(*) FROM ahead))`)}`
    : Prisma.empty
  return Prisma.sql`
    WITH ahead AS MATERIALIZED ${first ? branch(first, most) : Prisma.empty}
    SELECT id, key, row_number() OVER (ORDER BY ${place}) AS place FROM (SELECT * FROM ahead ${rest}) hits`
}

function sortedHits({ sort, turn }: ProductQuery, condition: Prisma.Sql): Prisma.Sql {
  const { key, place, ...order } = orderOf(sort, turn?.from ?? null, turn?.isBack ?? false)
  const hits = firstMatches(
    Prisma.sql`e.id, ${key} AS key`,
    condition,
    order,
    Prisma.sql`${pageSize + 1}::bigint`,
  )
  return Prisma.sql`SELECT id, key, row_number() OVER (ORDER BY ${place}) AS place FROM ${hits} hits`
}

/** A sorting: by what and which way, and the ids behind it; each is one index of SearchEntry. */
const sortings = {
  best: { column: Prisma.sql`e.score`, rises: false, idsRise: true },
  new: { column: Prisma.sql`e."publishedAt"`, rises: false, idsRise: true },
  hours: { column: Prisma.sql`e."makingMinutes"`, rises: false, idsRise: true },
  price: { column: Prisma.sql`e."fromPriceFen"`, rises: true, idsRise: true },
  'price-down': { column: Prisma.sql`e."fromPriceFen"`, rises: false, idsRise: false },
} as const satisfies Record<Sort, { column: Prisma.Sql; rises: boolean; idsRise: boolean }>

const [upwards, downwards] = [Prisma.sql`ASC`, Prisma.sql`DESC`]

/** The order of a list behind a cursor or, backwards, before it, with its whole-number key, by which a row has its place. An index is read either way. */
function orderOf(
  sort: Sort,
  behind: Cursor | null,
  isBack: boolean,
): EntryOrder & { key: Prisma.Sql; place: Prisma.Sql } {
  const { column, rises, idsRise } = sortings[sort]
  const wayOf = (is: boolean) => (is === isBack ? downwards : upwards)
  const [way, idsWay] = [wayOf(rises), wayOf(idsRise)]
  const isTime = sort === 'new'
  return {
    key: isTime ? Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint` : Prisma.sql`${column}::bigint`,
    place: Prisma.sql`key ${way}, id ${idsWay}`,
    order: Prisma.sql`${column} ${way}, e.id ${idsWay}`,
    sorted: Prisma.sql`${column} + ${isTime ? Prisma.sql`interval '0'` : Prisma.sql`0`} ${way}, e.id ${idsWay}`,
    beyond: behind
      ? isBeyond(column, {
          value: isTime
            ? Prisma.sql`to_timestamp(${behind.key}::bigint / 1000.0)`
            : Prisma.sql`${behind.key}::bigint`,
          id: behind.id,
          isAbove: rises !== isBack,
          idIsAbove: idsRise !== isBack,
        })
      : Prisma.sql`true`,
  }
}

function isBeyond(
  column: Prisma.Sql,
  { value, id, isAbove, idIsAbove }: { value: Prisma.Sql; id: string; isAbove: boolean; idIsAbove: boolean },
): Prisma.Sql {
  const above = (is: boolean) => (is ? Prisma.sql`>` : Prisma.sql`<`)
  return Prisma.sql`${column} ${above(isAbove)}= ${value} AND (${column} ${above(isAbove)} ${value} OR e.id ${above(idIsAbove)} ${id}::uuid)`
}
