import type { Locale } from '~/platform/i18n/locale'
import { type FilterView, filterView } from './filter-view'
import { type Facets, findFacets } from './find-facets.server'
import { findProducts, type ProductPage } from './find-products.server'
import type { ProductQuery } from './product-query'
import { understandWords } from './understand-words.server'

/** Everything that the page of a list shows. */
export type Listing = ProductPage & {
  facets: Facets
  filter: FilterView
  /** the words that were looked for instead of those typed, which nothing has */
  instead: string | null
  /** other words that may have been meant */
  near: string[]
}

/** A page of a list with its filters: three statements with words, two without. `withinCraft` stays inside one craft's page. */
export async function findListing(
  query: ProductQuery,
  { locale, withinCraft = null }: { locale: Locale; withinCraft?: string | null },
): Promise<Listing> {
  const { wanted, instead, near } = await understandWords(query.q)
  const ask = { wanted, locale, withinCraft }
  const [page, facets] = await Promise.all([findProducts(query, ask), findFacets(query, ask)])
  return {
    ...page,
    facets,
    filter: filterView(query, facets),
    instead: instead === null || facets.total === 0 ? null : instead,
    near,
  }
}
