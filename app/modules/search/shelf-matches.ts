import { colours, materials, occasions } from './attributes'
import { type Bits, both, butNot, countBoth } from './bits'
import { mostCounted } from './count-text'
import type { FacetRow } from './facet-rows'
import { priceBands } from './price-bands'
import { type Condition, conditionsOf, type FacetGroup, makings, type ProductQuery } from './product-query'
import type { FilledShelf } from './shelf.server'

type Within = {
  /** stays inside one craft's page */
  withinCraft: string | null
  /** the pieces that have the words; null where all are looked at */
  words: Bits | null
}

/** The pieces of a shelf that a query means: under all its conditions, and under all but one. */
export type Matches = { all: Bits; without: (condition: Condition) => Bits }

/** The same conditions as `matches` writes for the database. */
export function matchesOn(filled: FilledShelf, query: ProductQuery, { withinCraft, words }: Within): Matches {
  const { shelf } = filled
  let base = shelf.shown
  if (withinCraft !== null) base = both(base, having(filled, `craft:${withinCraft}`))
  if (words !== null) base = both(base, words)
  const narrowed = conditionsOf(query).map((condition) => ({
    condition,
    pieces:
      condition === 'price' ? shelf.costing(query) : answering(filled, condition, query.chosen[condition]),
  }))
  const without = (left: Condition | null) =>
    narrowed.reduce(
      (found, { condition, pieces }) => (condition === left ? found : both(found, pieces)),
      base,
    )
  return { all: without(null), without }
}

function having({ shelf }: FilledShelf, choice: string): Bits {
  return shelf.having.get(choice) ?? shelf.none
}

/** A piece that its maker sends abroad and that some border lets through. */
function goingAbroad(filled: FilledShelf): Bits {
  return filled.stopped.reduce(
    (going, stopped) => butNot(going, having(filled, stopped)),
    having(filled, 'abroad:yes'),
  )
}

function answering(filled: FilledShelf, group: FacetGroup, values: readonly string[]): Bits {
  if (group === 'abroad') return goingAbroad(filled)
  const codes = group === 'place' ? smallest(filled, values) : values
  return filled.shelf.havingAny(codes.map((code) => `${group}:${code}`))
}

/** A place gives way to a smaller one inside it that was chosen as well. */
function smallest({ named }: FilledShelf, codes: readonly string[]): string[] {
  const chosen = named.filter(({ facet, value }) => facet === 'place' && codes.includes(value))
  const parents = new Set(chosen.flatMap(parentsOf))
  return chosen.map(({ value }) => value).filter((value) => !parents.has(value))
}

/** The codes of the places that a place lies in, the largest first. */
function parentsOf({ note }: FacetRow): string[] {
  const [, path = ''] = note?.split(' ') ?? []
  return path.split('.').slice(0, -1)
}

/** What the choices of a list are, with their counts, as the database tells it in `findFacets`. */
export function facetRowsOn(
  filled: FilledShelf,
  query: ProductQuery,
  { all, without }: Matches,
  withinCraft: string | null,
): FacetRow[] {
  const pieces = new Map(conditionsOf(query).map((condition) => [condition, without(condition)]))
  const countOf = (group: Condition, value: string) =>
    countBoth(
      pieces.get(group) ?? all,
      group === 'abroad' ? goingAbroad(filled) : having(filled, `${group}:${value}`),
      mostCounted,
    )
  const count = (found: Bits) => countBoth(found, found, mostCounted)
  const row = (facet: string, value: string, counted: number, place = 0): FacetRow => ({
    facet,
    value,
    zh: '',
    en: '',
    note: '',
    count: counted,
    place,
  })
  const isTown = isTownShown(filled, query.chosen.place)
  return [
    row('total', '', count(all)),
    ...[...pieces].map(([condition, found]) => row('without', condition, count(found))),
    ...filled.named.flatMap((choice) => {
      if (choice.facet === 'place')
        return isTown(choice) ? [{ ...choice, count: countOf('place', choice.value) }] : []
      if (choice.facet !== 'craft') return [choice]
      return withinCraft === null ? [{ ...choice, count: countOf('craft', choice.value) }] : []
    }),
    ...listedAnswers.flatMap(([group, values]) =>
      values.map((value, at) => row(group, value, countOf(group, value), at + 1)),
    ),
    ...priceBands.map((_, at) => row('price', String(at), countOf('price', String(at)), at + 1)),
  ].sort((a, b) => a.place - b.place || (a.value < b.value ? -1 : 1))
}

/** Of the towns only those of a county that was chosen, or in which a town was. */
function isTownShown({ named }: FilledShelf, codes: readonly string[]): (choice: FacetRow) => boolean {
  const isOfTown = ({ note }: FacetRow) => note?.startsWith('town ') ?? false
  const counties = new Set(
    named
      .filter(({ facet, value }) => facet === 'place' && codes.includes(value))
      .map((choice) => (isOfTown(choice) ? parentsOf(choice).at(-1) : choice.value)),
  )
  return (choice) => !isOfTown(choice) || counties.has(parentsOf(choice).at(-1))
}

/** The questions whose answers are words of the catalogue, with these. */
export const listedAnswers = [
  ['made', makings],
  ['one', ['yes']],
  ['material', materials],
  ['colour', colours],
  ['occasion', occasions],
  ['abroad', ['yes']],
] as const satisfies readonly (readonly [FacetGroup, readonly string[]])[]
