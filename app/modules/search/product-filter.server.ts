import { stoppedGoods } from '~/modules/abroad/stopped-goods-sql.server'
import { VerifyParams } from '~/paths'
import { Prisma } from '~/platform/db/prisma.server'
import {
  type Condition,
  type FacetGroup,
  facetGroups,
  type PriceBounds,
  type ProductQuery,
} from './product-query'

/** The filters of a query as SQL conditions over `e` (SearchEntry): each is answered by its one GIN index. */

/** The pieces that strangers may see. Written as the partial indexes of the lists have it. */
export const isPiece = Prisma.sql`e."isShown" AND e.kind = 'product'`

/** Words as they are looked for: a piece's number, terms for to_tsquery('simple', …), or nothing that could be found. */
export type Wanted =
  | { kind: 'all' }
  | { kind: 'serial'; serial: string }
  | { kind: 'terms'; terms: string }
  | { kind: 'nothing' }

/** A piece's number, written whole, as it stands on its label; null for any other words. */
export function serialOf(q: string): string | null {
  const serial = q.normalize('NFKC').trim().toUpperCase()
  return VerifyParams.safeParse({ serial }).success ? serial : null
}

/** Every word must occur: in the names, or anywhere. */
export function matchesWords(wanted: Wanted, column: 'names' | 'words' = 'words'): Prisma.Sql {
  switch (wanted.kind) {
    case 'all':
      return Prisma.sql`true`
    case 'nothing':
      return Prisma.sql`false`
    case 'serial':
      return Prisma.sql`e.id = (SELECT id FROM "Product" WHERE serial = ${wanted.serial})`
    case 'terms':
      return column === 'names'
        ? Prisma.sql`e.names @@ to_tsquery('simple', ${wanted.terms})`
        : Prisma.sql`e.words @@ to_tsquery('simple', ${wanted.terms})`
  }
}

/** Crafts by their codes, over `p` (Product). The ids are looked up once, so that a list is still read in its order from the index and ends with its page. */
export function isOfCraft(codes: readonly string[]): Prisma.Sql {
  if (codes.length === 0) return Prisma.sql`true`
  return Prisma.sql`p."craftId" = ANY(ARRAY(SELECT id FROM "Craft" WHERE code = ANY(${[...codes]})))`
}

/** What costs from–to. */
export function costsBetween({ minFen, maxFen }: PriceBounds): Prisma.Sql {
  const from = minFen === null ? Prisma.sql`true` : Prisma.sql`e."fromPriceFen" >= ${minFen}`
  const to = maxFen === null ? Prisma.sql`true` : Prisma.sql`e."fromPriceFen" <= ${maxFen}`
  return Prisma.sql`${from} AND ${to}`
}

/** A piece that its maker sends abroad and that some border lets through. */
export const goesAbroad = Prisma.sql`e.facets @> '{abroad:yes}' AND NOT e.facets && ${stoppedGoods}`

/** One question answered: any of the answers. A place gives way to a smaller one inside it that was chosen as well. */
function answers(group: FacetGroup, values: readonly string[]): Prisma.Sql {
  if (values.length === 0) return Prisma.sql`true`
  if (group === 'abroad') return goesAbroad
  if (group !== 'place') return Prisma.sql`e.facets && ${values.map((value) => `${group}:${value}`)}::text[]`
  const codes = [...values]
  return Prisma.sql`e.facets && ARRAY(SELECT 'place:' || r.code FROM "Region" r WHERE r.code = ANY(${codes}) AND NOT EXISTS (
    SELECT 1 FROM "Region" d WHERE d.code = ANY(${codes}) AND d.id <> r.id AND r.id = ANY(d."ancestorIds")))`
}

/** All filters but the words; `without` leaves one condition out, `withinCraft` stays inside one craft's page. */
export function matches(
  query: ProductQuery,
  { withinCraft, without }: { withinCraft: string | null; without?: Condition },
): Prisma.Sql {
  const within =
    withinCraft === null ? Prisma.sql`true` : Prisma.sql`e.facets @> ${[`craft:${withinCraft}`]}::text[]`
  return Prisma.join(
    [
      isPiece,
      within,
      ...(without === 'price' ? [] : [costsBetween(query)]),
      ...facetGroups
        .filter((group) => group !== without && query.chosen[group].length > 0)
        .map((group) => answers(group, query.chosen[group])),
    ],
    ' AND ',
  )
}
