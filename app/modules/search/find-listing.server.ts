import { keepAnswers, keptAnswerName } from '~/platform/db/kept-answers'
import type { Locale } from '~/platform/i18n/locale'
import { type FilterView, filterView } from './filter-view'
import { type Facets, findFacets } from './find-facets.server'
import { findLikelyPieces, type LikelyPieces } from './find-likely-pieces.server'
import { findProducts, nothing, type ProductPage } from './find-products.server'
import { type ProductQuery, writeProductQuery } from './product-query'
import { findShelf } from './shelf.server'
import { type Understood, understandWords } from './understand-words.server'

/** Everything that the page of a list shows. */
export type Listing = ProductPage & {
  facets: Facets
  filter: FilterView
  /** the words that were looked for instead of those typed, which nothing has */
  instead: string | null
  /** other words that may have been meant */
  near: string[]
  /** words that were not used to choose */
  unused: string[]
  /** where no piece has all of the words and nothing else was asked for: those that have some */
  likely: LikelyPieces | null
}

/** pieces shown where none has all of the words */
const mostLikely = 8

/** A page of a list reads the same for everybody, and changes only with what is on sale. Its words and its counts, the dearest of it, are those of every page and every sorting of the list. */
const read = keepAnswers<Listing>(100)
const understood = keepAnswers<Understood>(500)
const counted = keepAnswers<Facets>(200)

type Within = { locale: Locale; withinCraft?: string | null }

/** A page of a list with its filters; no statement where it is known. `withinCraft` stays inside one craft's page. */
export function findListing(query: ProductQuery, { locale, withinCraft = null }: Within): Promise<Listing> {
  const address = writeProductQuery(query, { turn: query.turn })
  return read(`${locale} ${withinCraft ?? ''} ${address}`, () => readListing(query, { locale, withinCraft }))
}

/**
 * At most two statements without words and three with them where the process has all pieces and their choices, none but that of the pieces shown where nothing has changed and the words are known. From
 * the database alone four with words, three without, two where its words and counts are known. Where words find nothing, what comes near is asked for and no page.
 */
async function readListing(query: ProductQuery, { locale, withinCraft = null }: Within): Promise<Listing> {
  const shelf = await findShelf()
  const moment = keptAnswerName(shelf) ?? ''
  const { wanted, instead, near, unused, isNowhere } = await understood(`${moment} ${query.q}`, () =>
    understandWords(query.q, shelf),
  )
  const isOnShelf = wanted.kind === 'all' || wanted.kind === 'terms'
  const ask = { wanted, locale, withinCraft, filled: isOnShelf ? shelf : null }
  const everyPage = writeProductQuery(query, { sort: 'best', turn: null })
  const [page, facets] = await Promise.all([
    isNowhere ? nothing : findProducts(query, ask),
    counted(`${moment} ${locale} ${withinCraft ?? ''} ${everyPage}`, () => findFacets(query, ask)),
  ])
  const filter = filterView(query, facets)
  const isForWords =
    withinCraft === null && query.q !== '' && facets.total === 0 && filter.chosen.length === 0
  return {
    ...page,
    facets,
    filter,
    instead: instead === null || facets.total === 0 ? null : instead,
    near,
    unused,
    likely: isForWords ? await findLikelyPieces(query.q, locale, mostLikely) : null,
  }
}
