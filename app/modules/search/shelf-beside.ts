import { colours, materials, occasions } from './attributes'
import { type Bits, both, butNot, hasBit } from './bits'
import type { Shelf } from './shelf'

/** pieces of the craft looked at on each side of the price */
const mostLookedAt = 40

/** A piece's own maker's others, newest first: their places. */
export function othersOn(shelf: Shelf, place: number, take: number): number[] {
  const maker = shelf.makers[place]
  const others = shelf.shown.map((word, at) => {
    let own = 0
    for (let bit = 0; bit < 32; bit += 1)
      if (shelf.makers[at * 32 + bit] === maker && at * 32 + bit !== place) own |= 1 << bit
    return word & own
  })
  return shelf.firstOf(others, 'new', null, take)
}

/**
 * Pieces of other makers like one, best first: of its craft and about its price, those of the same material, for the same occasion, from the same county, to be had now before others. None has the
 * picture that this one, one beside or another of them leads with, and those of other colours take turns, so that neighbours never look the same.
 */
export function similarOn(
  shelf: Shelf,
  place: number,
  { beside, craftCode, take }: { beside: readonly number[]; craftCode: string; take: number },
): number[] {
  const has = (at: number, choice: string) => hasBit(shelf.having.get(choice) ?? shelf.none, at)
  const own = (choices: readonly string[]) => choices.filter((choice) => has(place, choice))
  const isAny = (at: number, choices: readonly string[]) => choices.some((choice) => has(at, choice))
  const materialChoices = own(materials.map((code) => `material:${code}`))
  const occasionChoices = own(occasions.map((code) => `occasion:${code}`))
  const all = [...shelf.having.keys()]
  const counties = own(all.filter((choice) => /^place:\d{6}$/.test(choice)))
  const making = all.filter((choice) => choice.startsWith('made:'))
  const price = shelf.prices[place] ?? 0
  const likeness = (at: number) =>
    (isAny(at, materialChoices) ? 3 : 0) +
    (isAny(at, occasionChoices) ? 2 : 0) +
    (isAny(at, counties) ? 2 : 0) +
    (isAny(at, making) ? 2 : 0) -
    4 * Math.abs(Math.log((shelf.prices[at] ?? 1) / Math.max(price, 1)))
  const looks = new Set([place, ...beside].map((at) => shelf.looks[at] ?? null))
  const ranked = nearestOf(shelf, craftCode, price)
    .filter((at) => shelf.makers[at] !== shelf.makers[place])
    .filter((at) => shelf.looks[at] === null || !looks.has(shelf.looks[at] ?? null))
    .map((at) => ({ at, id: shelf.ids[at] ?? '', likeness: likeness(at) }))
    .sort(byLikeness)
  const seen = new Set<string>()
  const turns = new Map<string, number>()
  return ranked
    .flatMap((piece) => {
      const look = shelf.looks[piece.at] ?? piece.id
      if (seen.has(look)) return []
      seen.add(look)
      const painted = colours.filter((code) => has(piece.at, `colour:${code}`)).join()
      const turn = (turns.get(painted) ?? 0) + 1
      turns.set(painted, turn)
      return [{ ...piece, turn }]
    })
    .sort((a, b) => a.turn - b.turn || byLikeness(a, b))
    .slice(0, take)
    .map(({ at }) => at)
}

type Ranked = { id: string; likeness: number }

function byLikeness(a: Ranked, b: Ranked): number {
  return b.likeness - a.likeness || (a.id < b.id ? -1 : 1)
}

/** Of a craft, from a price up and down. */
function nearestOf(shelf: Shelf, craftCode: string, price: number): number[] {
  const ofCraft: Bits = both(shelf.shown, shelf.having.get(`craft:${craftCode}`) ?? shelf.none)
  const dearer = shelf.costing({ minFen: BigInt(price), maxFen: null })
  return [
    ...shelf.firstOf(both(ofCraft, dearer), 'price', null, mostLookedAt),
    ...shelf.firstOf(butNot(ofCraft, dearer), 'price-down', null, mostLookedAt),
  ]
}
