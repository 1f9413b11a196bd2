import { hasBit } from './bits'
import type { Shelf } from './shelf'

/** pieces of the craft looked at on each side of the price */
const mostLookedAt = 40

const countyChoice = /^place:\d{6}$/

/** A piece's own maker's others, newest first: their places. */
export function othersOn(shelf: Shelf, place: number, take: number): number[] {
  return shelf
    .newestOf(shelf.makers[place], take + 1)
    .filter((at) => at !== place)
    .slice(0, take)
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
  const own = (choices: readonly string[]) =>
    choices.filter((choice) => hasBit(shelf.having.get(choice) ?? shelf.none, place))
  const ofMaterial = shelf.havingAny(own(shelf.choicesOf('material')))
  const ofOccasion = shelf.havingAny(own(shelf.choicesOf('occasion')))
  const ofCounty = shelf.havingAny(
    own(shelf.choicesOf('place')).filter((choice) => countyChoice.test(choice)),
  )
  const toBeHad = shelf.havingAny(shelf.choicesOf('made'))
  const painted = shelf.choicesOf('colour').map((choice) => shelf.having.get(choice) ?? shelf.none)
  const price = shelf.prices[place] ?? 0
  const likeness = (at: number) =>
    (hasBit(ofMaterial, at) ? 3 : 0) +
    (hasBit(ofOccasion, at) ? 2 : 0) +
    (hasBit(ofCounty, at) ? 2 : 0) +
    (hasBit(toBeHad, at) ? 2 : 0) -
    4 * Math.abs(Math.log((shelf.prices[at] ?? 1) / Math.max(price, 1)))
  const looks = new Set([place, ...beside].map((at) => shelf.looks[at] ?? null))
  const ranked = nearestOf(shelf, craftCode, price)
    .filter((at) => shelf.makers[at] !== shelf.makers[place])
    .filter((at) => shelf.looks[at] === null || !looks.has(shelf.looks[at] ?? null))
    .map((at) => ({ at, id: shelf.ids[at] ?? '', likeness: likeness(at) }))
    .sort(byLikeness)
  const seen = new Set<string>()
  const turns = new Map<string, number>()
  const taken: (Ranked & { at: number; turn: number })[] = []
  let firsts = 0
  for (const piece of ranked) {
    if (firsts === take) break
    const look = shelf.looks[piece.at] ?? piece.id
    if (seen.has(look)) continue
    seen.add(look)
    const paint = painted.map((bits) => (hasBit(bits, piece.at) ? 1 : 0)).join('')
    const turn = (turns.get(paint) ?? 0) + 1
    turns.set(paint, turn)
    if (turn === 1) firsts += 1
    taken.push({ ...piece, turn })
  }
  return taken
    .sort((a, b) => a.turn - b.turn || byLikeness(a, b))
    .slice(0, take)
    .map(({ at }) => at)
}

type Ranked = { id: string; likeness: number }

function byLikeness(a: Ranked, b: Ranked): number {
  return b.likeness - a.likeness || (a.id < b.id ? -1 : 1)
}

/** Of a craft, from a price up and down. */
function nearestOf(shelf: Shelf, craftCode: string, price: number): readonly number[] {
  const ofCraft = shelf.byPrice(`craft:${craftCode}`)
  let [from, to] = [0, ofCraft.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((shelf.prices[ofCraft[middle] ?? 0] ?? 0) < price) from = middle + 1
    else to = middle
  }
  return ofCraft.slice(Math.max(0, from - mostLookedAt), from + mostLookedAt)
}
