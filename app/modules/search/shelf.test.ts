import { expect, it } from 'vitest'
import { type Entry, Shelf } from './shelf'

const entry = (number: number, over: Partial<Entry> = {}): Entry => ({
  number,
  revision: number,
  id: `piece-${number}`,
  isShown: true,
  facets: 'craft:knots colour:red made:ready',
  score: 0,
  publishedMs: number,
  priceFen: 1_000 * number,
  makingMinutes: 60,
  makerId: 'maker',
  look: null,
  ...over,
})

/** A shelf of three pieces that has been asked for both orders, and then told of a change of the second. */
function changed(over: Partial<Entry>) {
  const shelf = new Shelf()
  for (const number of [1, 2, 3]) shelf.put(entry(number))
  const numbers = (places: readonly number[]) => places.map((place) => Number(shelf.ids[place]?.slice(6)))
  const ask = () => [shelf.byPrice('craft:knots'), shelf.newestOf(shelf.makers[0], 3)] as const
  const before = ask()
  expect(before.map(numbers)).toEqual([
    [1, 2, 3],
    [3, 2, 1],
  ])
  shelf.put(entry(2, { revision: 4, ...over }))
  const after = ask()
  return { numbers: after.map(numbers), isHeld: after[0] === before[0] && after[1] === before[1] }
}

it.each<[string, Partial<Entry>, number[][]]>([
  [
    'price',
    { priceFen: 9_000 },
    [
      [1, 3, 2],
      [3, 2, 1],
    ],
  ],
  [
    'day',
    { publishedMs: 9 },
    [
      [1, 2, 3],
      [2, 3, 1],
    ],
  ],
  [
    'maker',
    { makerId: 'other' },
    [
      [1, 2, 3],
      [3, 1],
    ],
  ],
  [
    'craft',
    { facets: 'craft:beads' },
    [
      [1, 3],
      [3, 2, 1],
    ],
  ],
  [
    'place in the shop',
    { isShown: false },
    [
      [1, 3],
      [3, 1],
    ],
  ],
])('what is found by going through all pieces is found anew when one changes its %s', (_, over, numbers) => {
  expect(changed(over)).toEqual({ numbers, isHeld: false })
})

it('is held when a piece is sold out', () => {
  const { isHeld } = changed({ facets: 'craft:knots colour:red', score: 5, look: 'picture' })
  expect(isHeld).toBe(true)
})

it('tells pieces that come later and those of one price by their ids', () => {
  const shelf = new Shelf()
  shelf.put(entry(2, { priceFen: 500 }))
  expect(shelf.byPrice('craft:knots')).toEqual([0])
  shelf.put(entry(1, { priceFen: 500 }))
  expect(shelf.byPrice('craft:knots')).toEqual([1, 0])
})
