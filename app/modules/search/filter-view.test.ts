import { expect, it } from 'vitest'
import { filterView } from './filter-view'
import type { Facets } from './find-facets.server'
import { readProductQuery } from './product-query'

const facets: Facets = {
  total: 3,
  without: { price: 40 },
  choices: { craft: [], made: [], one: [], material: [], colour: [], occasion: [], abroad: [] },
  places: [],
  prices: [1, 3, 36, 0, 1001],
  crafts: [],
  makers: [],
  stockShipDays: 3,
}
const bandsOf = (search: string) => filterView(readProductQuery(new URLSearchParams(search)), facets).bands

it('says a price that is offered as its button sends it', () => {
  const rest = 'craft=knots&sort=price'
  expect(bandsOf(`${rest}&min=66&after=100_01900000-0000-7000-8000-000000000001`)).toEqual([
    { minFen: null, maxFen: 5_000, count: 1, isChosen: false, value: '-50' },
    {
      minFen: 5_000,
      maxFen: 10_000,
      count: 3,
      isChosen: false,
      value: '50-100',
    },
    {
      minFen: 10_000,
      maxFen: 20_000,
      count: 36,
      isChosen: false,
      value: '100-200',
    },
    {
      minFen: 20_000,
      maxFen: 50_000,
      count: 0,
      isChosen: false,
      value: '200-500',
    },
    { minFen: 50_000, maxFen: null, count: 1001, isChosen: false, value: '500-' },
  ])
})

it.each(['min=50&max=100.00', 'min=100&max=50', 'q=50-100元'])(
  '%s is the price that is offered, and pressing it takes it back',
  (search) => {
    const chosen = bandsOf(search).filter(({ isChosen }) => isChosen)
    expect(chosen).toMatchObject([{ minFen: 5_000, maxFen: 10_000, value: '-' }])
  },
)
