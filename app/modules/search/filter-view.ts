import { toSafeNumber } from '~/platform/money'
import type { FacetChoice, Facets } from './find-facets.server'
import { priceBands } from './price-bands'
import {
  type Condition,
  conditionsOf,
  type FacetGroup,
  facetGroups,
  nothingChosen,
  type PriceBounds,
  type ProductQuery,
  type Sort,
  shortYuan,
  sorts,
  withoutCondition,
  writeBand,
  writeProductQuery,
} from './product-query'

/** A chosen answer as a chip; `search` is the query without it. `text` is empty where the words are of the catalogue. */
export type ChosenView = { kind: Condition; value: string; text: string; search: string }

/** A way out of a list that holds nothing: the query without one condition, and what it would show. */
export type WayOut = { kind: Condition; count: number; search: string }

/** A price that is offered beside a list, fen, and what the list would hold with it; `value` is what its button sends: it, or any price where it is chosen. */
export type BandView = {
  minFen: number | null
  maxFen: number | null
  count: number
  isChosen: boolean
  value: string
}

/** A list's query as its page needs it: strings for the fields, links for chips and sorting. Query strings begin with "?" or are empty. */
export type FilterView = {
  q: string
  /** the bounds as typed, and in fen */
  min: string
  max: string
  minFen: number | null
  maxFen: number | null
  bands: BandView[]
  sort: Sort
  chosen: ChosenView[]
  waysOut: WayOut[]
  /** the query without any filter but the words */
  clear: string
  sorts: { sort: Sort; search: string }[]
  /** the first page of the list */
  start: string
}

const anyPrice = { minFen: null, maxFen: null }

/** Describes a query for its page. */
export function filterView(query: ProductQuery, facets: Facets): FilterView {
  const { chosen, minFen, maxFen, sort } = query
  const without = (change: Partial<ProductQuery>) => writeProductQuery(query, change)
  const withoutValue = (group: FacetGroup, value: string) =>
    without({ chosen: { ...chosen, [group]: chosen[group].filter((one) => one !== value) } })
  const conditions = conditionsOf(query)
  return {
    q: query.q,
    min: minFen === null ? '' : shortYuan(minFen),
    max: maxFen === null ? '' : shortYuan(maxFen),
    ...numbersOf(query),
    bands: priceBands.map((band, at) => {
      const isChosen = band.minFen === minFen && band.maxFen === maxFen
      return {
        ...numbersOf(band),
        count: facets.prices[at] ?? 0,
        isChosen,
        value: writeBand(isChosen ? anyPrice : band),
      }
    }),
    sort,
    chosen: [
      ...facetGroups.flatMap((kind) =>
        chosen[kind].map((value) => ({
          kind,
          value,
          text: choicesOf(facets, kind).find((choice) => choice.value === value)?.text ?? '',
          search: withoutValue(kind, value),
        })),
      ),
      ...conditions
        .filter((kind) => kind === 'price')
        .map((kind) => ({ kind, value: '', text: '', search: without(withoutCondition(query, kind)) })),
    ],
    waysOut: conditions.flatMap((kind) => {
      const count = facets.without[kind] ?? 0
      return count === 0 ? [] : [{ kind, count, search: without(withoutCondition(query, kind)) }]
    }),
    clear: without({ chosen: nothingChosen, ...anyPrice }),
    sorts: sorts.map((one) => ({ sort: one, search: without({ sort: one }) })),
    start: without({}),
  }
}

function numbersOf({ minFen, maxFen }: PriceBounds) {
  return {
    minFen: minFen === null ? null : toSafeNumber(minFen),
    maxFen: maxFen === null ? null : toSafeNumber(maxFen),
  }
}

function choicesOf({ choices, places }: Facets, kind: FacetGroup): readonly FacetChoice[] {
  return kind === 'place' ? places : choices[kind]
}
