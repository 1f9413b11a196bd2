import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Bits, both, butNot } from './bits'
import { findPieces } from './find-pieces.server'
import { findWorded } from './find-worded.server'
import { byScore, type EntryOrder, firstMatches } from './first-matches.server'
import type { PieceView } from './piece-view'
import { matches, matchesWords, type Wanted } from './product-filter.server'
import { type Cursor, type ProductQuery, type Sort, writeProductQuery } from './product-query'
import type { FilledShelf } from './shelf.server'
import { matchesOn } from './shelf-matches'

const pageSize = 24

/** One page of a list; `next` is the address of the following page as a query string, null on the last. */
export type ProductPage = { pieces: PieceView[]; next: string | null }

type Ask = {
  wanted: Wanted
  locale: Locale
  withinCraft?: string | null
  /** what this process has of all pieces, where the list can be chosen from that */
  filled?: FilledShelf | null
}

/**
 * One page of pieces on sale that match a query and the words it means. Keyset pages: pieces published meanwhile never shift or repeat what follows.
 * `withinCraft` stays inside one craft's page. Two statements where the database chooses, and one for what was chosen.
 */
export async function findProducts(
  query: ProductQuery,
  { wanted, locale, withinCraft = null, filled = null }: Ask,
): Promise<ProductPage> {
  const found = filled
    ? await findOn(filled, query, wanted, withinCraft)
    : await findAmongAll(query, wanted, withinCraft)
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  const ids = shown.map(({ id }) => id)
  return {
    pieces: (await findPieces(ids, locale)).filter((piece) => piece !== null),
    next:
      found.length > pageSize && last
        ? writeProductQuery(query, { after: { key: last.key, id: last.id } })
        : null,
  }
}

/** The pieces of a page and one more, each with its place in the order. */
type Hit = { id: string; key: bigint }

/** Chosen from what this process has of all pieces. */
async function findOn(
  filled: FilledShelf,
  query: ProductQuery,
  wanted: Wanted,
  withinCraft: string | null,
): Promise<Hit[]> {
  const { shelf } = filled
  const { sort, after } = query
  const worded = wanted.kind === 'terms' ? await findWorded(filled, wanted.terms) : null
  const { all } = matchesOn(filled, query, { withinCraft, words: worded?.words ?? null })
  const hits = (pieces: Bits, behind: Cursor | null, take: number, plus: bigint) =>
    shelf
      .firstOf(pieces, sort, behind, take)
      .map((place) => ({ id: shelf.ids[place] ?? '', key: BigInt(shelf.keyOf(place, sort)) + plus }))
  const most = pageSize + 1
  if (!worded || sort !== 'best') return hits(all, after, most, 0n)
  const isAmongNamed = after === null || after.key >= named
  const behind = after && isAmongNamed ? { ...after, key: after.key - named } : null
  const first = isAmongNamed ? hits(both(all, worded.names), behind, most, named) : []
  const second =
    first.length === most
      ? []
      : hits(butNot(all, worded.names), isAmongNamed ? null : after, most - first.length, 0n)
  return [...first, ...second]
}

/** Chosen by the database: planned anew for what is looked for. */
async function findAmongAll(query: ProductQuery, wanted: Wanted, withinCraft: string | null): Promise<Hit[]> {
  const filter = matches(query, { withinCraft })
  const hits =
    wanted.kind === 'terms' && query.sort === 'best'
      ? bestHits(wanted, filter, query.after)
      : sortedHits(query, Prisma.sql`${filter} AND ${matchesWords(wanted)}`)
  return prisma.$queryRaw<Hit[]>`${planAnew} SELECT id, key FROM (${hits}) page ORDER BY place`
}

/** Above every score: a piece whose names have the words comes before all that only mention them. */
const named = 1_000_000_000n

/** For words in the recommended order: two lists by score, one behind the other. */
function bestHits(wanted: Wanted, filter: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  const inNames = matchesWords(wanted, 'names')
  const isAmongNamed = after === null || after.key >= named
  const firstAfter = after && isAmongNamed ? { ...after, key: after.key - named } : null
  const score = Prisma.sql`e.score`
  const most = Prisma.sql`${pageSize + 1}::bigint`
  const branch = (condition: Prisma.Sql, beyond: Prisma.Sql, plus: bigint, limit: Prisma.Sql) =>
    firstMatches(
      Prisma.sql`e.id, e.score + ${plus}::bigint AS key`,
      Prisma.sql`${filter} AND ${condition}`,
      { ...byScore, beyond },
      limit,
    )
  const first = branch(
    inNames,
    isAmongNamed ? beyondFalling(score, firstAfter) : Prisma.sql`false`,
    named,
    most,
  )
  // the second list is not even begun while the first fills the page
  const second = branch(
    Prisma.sql`${matchesWords(wanted)} AND NOT ${inNames}`,
    beyondFalling(score, isAmongNamed ? null : after),
    0n,
    Prisma.sql`(${most} - (SELECT count(*) FROM named))`,
  )
  return Prisma.sql`
    WITH named AS MATERIALIZED ${first}
    SELECT id, key, row_number() OVER (ORDER BY key DESC, id) AS place FROM (SELECT * FROM named UNION ALL ${second}) hits`
}

function sortedHits({ sort, after }: ProductQuery, condition: Prisma.Sql): Prisma.Sql {
  const { key, place, ...order } = orderOf(sort, after)
  const hits = firstMatches(
    Prisma.sql`e.id, ${key} AS key`,
    condition,
    order,
    Prisma.sql`${pageSize + 1}::bigint`,
  )
  return Prisma.sql`SELECT id, key, row_number() OVER (ORDER BY ${place}) AS place FROM ${hits} hits`
}

/** A sorting: its whole-number key, by which a row has its place, with the id as the last word; each is one index of SearchEntry. */
function orderOf(sort: Sort, after: Cursor | null): EntryOrder & { key: Prisma.Sql; place: Prisma.Sql } {
  if (sort === 'price' || sort === 'price-down') {
    const key = Prisma.sql`e."fromPriceFen"`
    return sort === 'price'
      ? {
          key,
          place: Prisma.sql`key, id`,
          order: Prisma.sql`${key}, e.id`,
          sorted: Prisma.sql`${key} + 0, e.id`,
          beyond: beyondRising(key, after),
        }
      : {
          key,
          place: Prisma.sql`key DESC, id DESC`,
          order: Prisma.sql`${key} DESC, e.id DESC`,
          sorted: Prisma.sql`${key} + 0 DESC, e.id DESC`,
          beyond: beyondBackwards(key, after),
        }
  }
  const place = Prisma.sql`key DESC, id`
  if (sort === 'new') {
    const key = Prisma.sql`e."publishedAt"`
    return {
      key: Prisma.sql`(extract(epoch FROM ${key}) * 1000)::bigint`,
      place,
      order: Prisma.sql`${key} DESC, e.id`,
      sorted: Prisma.sql`${key} + interval '0' DESC, e.id`,
      beyond: beyondFalling(key, after, (value) => Prisma.sql`to_timestamp(${value}::bigint / 1000.0)`),
    }
  }
  const key = sort === 'hours' ? Prisma.sql`e."makingMinutes"` : Prisma.sql`e.score`
  return {
    key: Prisma.sql`${key}::bigint`,
    place,
    order: Prisma.sql`${key} DESC, e.id`,
    sorted: Prisma.sql`${key} + 0 DESC, e.id`,
    beyond: beyondFalling(key, after),
  }
}

function beyondRising(key: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  return Prisma.sql`${key} >= ${after.key} AND (${key} > ${after.key} OR e.id > ${after.id}::uuid)`
}

function beyondBackwards(key: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  return Prisma.sql`${key} <= ${after.key} AND (${key} < ${after.key} OR e.id < ${after.id}::uuid)`
}

function beyondFalling(
  key: Prisma.Sql,
  after: Cursor | null,
  bound = (value: bigint) => Prisma.sql`${value}::bigint`,
): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  const value = bound(after.key)
  return Prisma.sql`${key} <= ${value} AND (${key} < ${value} OR e.id > ${after.id}::uuid)`
}
