import { toSafeNumber } from '~/platform/money'
import type { Facets } from './find-facets.server'
import { type ProductQuery, type Sort, shortYuan, sorts, writeProductQuery } from './product-query'

/** A list's query as its page needs it: strings for the fields, links for chips and sorting. Query strings begin with "?" or are empty. */
export type FilterView = {
  q: string
  /** the bounds as typed, and in fen */
  min: string
  max: string
  minFen: number | null
  maxFen: number | null
  sort: Sort
  /** one per chosen filter; `search` is the query without it */
  chosen: { kind: 'craft' | 'county' | 'mode' | 'price'; value: string; text: string; search: string }[]
  /** the query without any filter but the words */
  clear: string
  sorts: { sort: Sort; search: string }[]
  /** whether this page is the first */
  isStart: boolean
  start: string
}

/** Describes a query for its page. */
export function filterView(query: ProductQuery, facets: Facets): FilterView {
  const { crafts, counties, modes, minFen, maxFen, sort } = query
  const without = (change: Partial<ProductQuery>) => writeProductQuery(query, change)
  const isPriced = minFen !== null || maxFen !== null
  return {
    q: query.q,
    min: minFen === null ? '' : shortYuan(minFen),
    max: maxFen === null ? '' : shortYuan(maxFen),
    minFen: minFen === null ? null : toSafeNumber(minFen),
    maxFen: maxFen === null ? null : toSafeNumber(maxFen),
    sort,
    chosen: [
      ...crafts.map((value) => ({
        kind: 'craft' as const,
        value,
        text: textOf(facets.crafts, value),
        search: without({ crafts: crafts.filter((one) => one !== value) }),
      })),
      ...modes.map((value) => ({
        kind: 'mode' as const,
        value,
        text: value,
        search: without({ modes: modes.filter((one) => one !== value) }),
      })),
      ...counties.map((value) => ({
        kind: 'county' as const,
        value,
        text: textOf(facets.counties, value),
        search: without({ counties: counties.filter((one) => one !== value) }),
      })),
      ...(isPriced
        ? [{ kind: 'price' as const, value: '', text: '', search: without({ minFen: null, maxFen: null }) }]
        : []),
    ],
    clear: without({ crafts: [], modes: [], counties: [], minFen: null, maxFen: null }),
    sorts: sorts.map((one) => ({ sort: one, search: without({ sort: one }) })),
    isStart: query.after === null,
    start: without({}),
  }
}

function textOf(choices: Facets['crafts'], value: string): string {
  return choices.find((choice) => choice.value === value)?.text ?? value
}
