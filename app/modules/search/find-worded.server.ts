import { keepAnswers, keptAnswerName } from '~/platform/db/kept-answers'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Bits } from './bits'
import type { FacetRow } from './facet-rows'
import { namedParts } from './named-parts.server'
import { isPiece } from './product-filter.server'
import type { FilledShelf } from './shelf.server'

/** The pieces of a shelf that have some words, and what else the words name. */
export type Worded = { words: Bits; names: Bits; named: readonly FacetRow[] }

/** What `toldOfWords` tells; `words` is null where no piece has them. */
export type ToldOfWords = { words: string | null; names: string | null; named: FacetRow[] | null }

const worded = keepAnswers<Worded>(100)

/** Which pieces have some words, as `to_tsquery` knows them, and which in their names; one statement, none where it is known. `told` is what a statement has told of them already. */
export function findWorded(filled: FilledShelf, terms: string, told?: ToldOfWords): Promise<Worded> {
  const { shelf } = filled
  // what was asked before a change, and is told after it, is nothing to those who know of the change
  return worded(`${keptAnswerName(filled)} ${terms}`, async () => {
    const [row] = told ? [told] : await prisma.$queryRaw<ToldOfWords[]>`SELECT ${toldOfWords(terms)}`
    return {
      words: shelf.placesOf(numbersIn(row?.words)),
      names: shelf.placesOf(numbersIn(row?.names)),
      named: row?.named ?? [],
    }
  })
}

/** The columns of `ToldOfWords`. Behind a SELECT the planner reckons alike with every word: the plan, which takes longer to make than to follow for nearly all words, is made once. */
export function toldOfWords(terms: string): Prisma.Sql {
  const query = Prisma.sql`(SELECT to_tsquery('simple', ${terms}))`
  const numbers = (column: Prisma.Sql) =>
    Prisma.sql`(SELECT string_agg(e.number::text, ' ') FROM "SearchEntry" e WHERE ${isPiece} AND ${column} @@ ${query})`
  return Prisma.sql`${numbers(Prisma.sql`e.words`)} AS words, ${numbers(Prisma.sql`e.names`)} AS names,
    (SELECT jsonb_agg(part) FROM (${Prisma.join(namedParts(query), ' UNION ALL ')}) part) AS named`
}

function numbersIn(text: string | null | undefined): number[] {
  return text ? text.split(' ').map(Number) : []
}
