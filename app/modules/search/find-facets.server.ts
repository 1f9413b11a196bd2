import { stoppedGoods } from '~/modules/abroad/stopped-goods-sql.server'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { mostCounted } from './count-text'
import type { FacetRow } from './facet-rows'
import { findWorded } from './find-worded.server'
import { someMatches } from './first-matches.server'
import { namedParts } from './named-parts.server'
import { wordsIn } from './piece-view'
import { priceBands } from './price-bands'
import { costsBetween, goesAbroad, matches, matchesWords, type Wanted } from './product-filter.server'
import { type Condition, conditionsOf, type FacetGroup, type ProductQuery } from './product-query'
import type { FilledShelf } from './shelf.server'
import { facetRowsOn, listedAnswers, matchesOn } from './shelf-matches'

/** A choice of a question; `count` is what the list would hold with it and the answers to all other questions, at most mostCounted + 1. */
export type FacetChoice = { value: string; text: string; count: number; isChosen: boolean }

/** A place among the choices: a city, a county in it, or a town of a county that was chosen. `parents` are the codes of those it lies in. */
export type PlaceChoice = FacetChoice & { level: (typeof placeLevels)[number]; parents: string[] }

export type Facets = {
  /** pieces that match, at most mostCounted + 1 */
  total: number
  /** pieces that would match without this condition; only of those that the query has */
  without: Partial<Record<Condition, number>>
  /** `text` is a name for crafts and places; the other answers are words of the catalogue */
  choices: Readonly<Record<Exclude<FacetGroup, 'place'>, FacetChoice[]>>
  places: PlaceChoice[]
  /** what the list would hold with each of the prices offered (priceBands) and the answers to all questions, at most mostCounted + 1 */
  prices: number[]
  /** crafts and makers that the words name themselves */
  crafts: { code: string; name: string }[]
  makers: { slug: string; name: string; place: string }[]
  /** in how many days a ready piece leaves */
  stockShipDays: number
}

const placeLevels = ['city', 'county', 'town'] as const

type Ask = {
  wanted: Wanted
  locale: Locale
  withinCraft?: string | null
  /** what this process has of all pieces, where the list can be chosen from that */
  filled?: FilledShelf | null
}

/** So many of the matches are read one by one; a count that they leave open is found by the index. */
const mostRead = 8000

/** So that what costs from–to is read from the index of prices, however much of the shop it is. */
const byPrice = Prisma.sql`ORDER BY e."fromPriceFen", e.id`

/** How many pieces match, how many each choice would show, and what else the words name. Right under any combination: a question is counted without its own answers. */
export async function findFacets(
  query: ProductQuery,
  { wanted, locale, withinCraft = null, filled = null }: Ask,
): Promise<Facets> {
  if (!filled) return facetsOf(await readRows(query, wanted, withinCraft), query, locale)
  const worded = wanted.kind === 'terms' ? await findWorded(filled, wanted.terms) : null
  const matches = matchesOn(filled, query, { withinCraft, words: worded?.words ?? null })
  const rows = facetRowsOn(filled, query, matches, withinCraft)
  const named = withinCraft === null && worded ? worded.named : []
  return facetsOf([...rows, ...named], query, locale)
}

/**
 * The same from the database alone, in one statement: the first matches are read once, those alike together, and tell nearly all counts, of a short list every one.
 */
async function readRows(
  query: ProductQuery,
  wanted: Wanted,
  withinCraft: string | null,
): Promise<FacetRow[]> {
  const words = matchesWords(wanted)
  const conditions = conditionsOf(query)
  const withAnswer = (
    condition: Condition,
    token: Prisma.Sql,
    answer = Prisma.sql`e.facets @> ARRAY[${token}]`,
    order = Prisma.empty,
  ) => {
    const byIndex = Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM "SearchEntry" e
      WHERE ${matches(query, { withinCraft, without: condition })} AND ${words} AND ${answer} ${order} LIMIT ${mostCounted + 1}) hits)`
    return conditions.includes(condition)
      ? byIndex
      : Prisma.sql`(SELECT CASE WHEN n.seen > ${mostCounted} OR read.all THEN least(n.seen, ${mostCounted + 1})::int ELSE ${byIndex} END
          FROM read, (SELECT coalesce((SELECT seen.count FROM seen WHERE seen.token = ${token}), 0) AS seen) n)`
  }
  const places = [...query.chosen.place]
  const parts = [
    Prisma.sql`SELECT 'total' AS facet, '' AS value, '' AS zh, '' AS en, '' AS note, (SELECT least(pieces, ${mostCounted + 1}) FROM read) AS count, 0 AS place`,
    Prisma.sql`SELECT 'setting', '', '', '', ${settingSql('orders.stockShipDays')}, 0, 0`,
    ...conditions.map(
      (condition) =>
        Prisma.sql`SELECT 'without', ${condition}, '', '', '', (SELECT count(*)::int FROM ${someMatches(Prisma.sql`1`, Prisma.sql`${matches(query, { withinCraft, without: condition })} AND ${words}`, mostCounted + 1)} hits), 0`,
    ),
    ...(withinCraft === null
      ? [
          Prisma.sql`SELECT 'craft', k.code, k."nameZh", k."nameEn", '', ${withAnswer('craft', Prisma.sql`'craft:' || k.code`)}, k.position FROM "Craft" k`,
        ]
      : []),
    Prisma.sql`SELECT 'place', r.code, r."nameZh", r."nameEn", concat_ws(' ', r.level, ltree2text(r.path)), ${withAnswer('place', Prisma.sql`'place:' || r.code`)}, 0 FROM "Region" r
      WHERE r.level IN ('city', 'county') OR (r.level = 'town' AND r."parentId" IN (
        SELECT CASE WHEN c.level = 'town' THEN c."parentId" ELSE c.id END FROM "Region" c WHERE c.code = ANY(${places})))`,
    ...listedAnswers.map(
      ([
        group,
        values,
      ]) => Prisma.sql`SELECT ${group}, v.value, '', '', '', ${withAnswer(group, Prisma.sql`${`${group}:`} || v.value`, group === 'abroad' ? goesAbroad : undefined)}, v.place::int
        FROM unnest(${[...values]}::text[]) WITH ORDINALITY v(value, place)`,
    ),
    ...priceBands.map(
      (bounds, at) =>
        Prisma.sql`SELECT 'price', ${String(at)}, '', '', '', ${withAnswer('price', Prisma.sql`${`price:${at}`}`, costsBetween(bounds), byPrice)}, ${at + 1}::int`,
    ),
    ...(wanted.kind === 'terms' && withinCraft === null
      ? namedParts(Prisma.sql`to_tsquery('simple', ${wanted.terms})`)
      : []),
  ]
  return prisma.$queryRaw<FacetRow[]>`${planAnew}
    WITH stopped AS MATERIALIZED (SELECT ${stoppedGoods} AS goods),
      alike AS MATERIALIZED (SELECT facets, count(*) AS pieces, ARRAY[${Prisma.join(priceBands.map((bounds) => Prisma.sql`count(*) FILTER (WHERE ${costsBetween(bounds)})`))}] AS prices
        FROM ${someMatches(Prisma.sql`e.facets, e."fromPriceFen"`, Prisma.sql`${matches(query, { withinCraft })} AND ${words}`, mostRead)} e GROUP BY facets),
      seen AS MATERIALIZED (SELECT token, sum(pieces)::int AS count FROM alike CROSS JOIN unnest(facets) token
        WHERE token <> 'abroad:yes' OR NOT facets && (SELECT goods FROM stopped) GROUP BY token
        UNION ALL SELECT 'price:' || band - 1, sum(price.count)::int FROM alike CROSS JOIN unnest(prices) WITH ORDINALITY price(count, band) GROUP BY band),
      read AS MATERIALIZED (SELECT coalesce(sum(pieces), 0)::int AS pieces, coalesce(sum(pieces), 0) < ${mostRead} AS all FROM alike)
    ${Prisma.join(parts, ' UNION ALL ')} ORDER BY place, value`
}

function facetsOf(rows: readonly FacetRow[], query: ProductQuery, locale: Locale): Facets {
  const of = (facet: string) => rows.filter((row) => row.facet === facet)
  const nameOf = ({ zh, en }: FacetRow) => wordsIn(locale, zh, en).text
  const choiceOf = (row: FacetRow, group: FacetGroup) => ({
    value: row.value,
    text: nameOf(row),
    count: row.count,
    isChosen: query.chosen[group].includes(row.value),
  })
  const choices = (group: FacetGroup) => of(group).map((row) => choiceOf(row, group))
  return {
    total: of('total')[0]?.count ?? 0,
    without: Object.fromEntries(of('without').map(({ value, count }) => [value, count])),
    choices: {
      craft: choices('craft'),
      made: choices('made'),
      one: choices('one'),
      material: choices('material'),
      colour: choices('colour'),
      occasion: choices('occasion'),
      abroad: choices('abroad'),
    },
    places: of('place').flatMap((row) => {
      const [level = '', path = ''] = row.note?.split(' ') ?? []
      const known = placeLevels.find((one) => one === level)
      return known ? [{ ...choiceOf(row, 'place'), level: known, parents: path.split('.').slice(0, -1) }] : []
    }),
    prices: of('price').map(({ count }) => count),
    crafts: of('named-craft').map((row) => ({ code: row.value, name: nameOf(row) })),
    makers: of('named-maker').map((row) => {
      const [zh = '', en = null] = row.note?.split('\n') ?? []
      return { slug: row.value, name: nameOf(row), place: wordsIn(locale, zh, en).text }
    }),
    stockShipDays: settingOf('orders.stockShipDays', of('setting')[0]?.note ?? null),
  }
}
