import { addAll, type Bits, bitsFor, both, eachBit, hasBit, setBit } from './bits'
import { isWithin, priceBands } from './price-bands'
import type { Cursor, PriceBounds, Sort } from './product-query'

/** A piece's entry in the search index, as the database tells it: see SearchEntry. */
export type Entry = {
  number: number
  revision: number
  id: string
  isShown: boolean
  /** set apart by spaces */
  facets: string
  score: number
  publishedMs: number | null
  priceFen: number | null
  makingMinutes: number
  makerId: string | null
  look: string | null
}

/** How pieces follow each other: by a key, then by their ids. */
type Order = { keys: Float64Array; isRising: boolean; idsFall: boolean }

/**
 * What lists are chosen from, in the memory of a process: of every piece its choices, a bit each, and by what lists are ordered. A piece has a place, which it keeps. It knows no words and
 * nothing that a list shows.
 */
export class Shelf {
  /** the last change that it knows of */
  revision = 0
  shown: Bits = bitsFor(1024)
  /** a choice that no piece has */
  readonly none: Bits = bitsFor(0)
  /** how many of them are shown */
  count = 0
  /** the pieces that have a choice, by its name; `price:0` is the first of the prices that are offered */
  readonly having = new Map<string, Bits>()
  /** the choices of each question that some piece has */
  private readonly choices = new Map<string, string[]>()
  readonly ids: string[] = []
  prices = new Float64Array(1024)
  private published = new Float64Array(1024)
  private scores = new Float64Array(1024)
  private minutes = new Float64Array(1024)
  /** a number for each maker */
  readonly makers: number[] = []
  readonly looks: (string | null)[] = []
  private readonly placeOfNumber = new Map<number, number>()
  private readonly numberOfMaker = new Map<string, number>()
  private readonly placeOfId = new Map<string, number>()
  /** what was found by going through all pieces, until one of them changes */
  private readonly found = new Map<string, readonly number[]>()

  /** Where a piece stands; undefined for one that was never shown. */
  placeOf(id: string): number | undefined {
    return this.placeOfId.get(id)
  }

  /** The pieces of some numbers. */
  placesOf(numbers: readonly number[]): Bits {
    const bits = bitsFor(this.ids.length)
    for (const number of numbers) {
      const place = this.placeOfNumber.get(number)
      if (place !== undefined) setBit(bits, place, true)
    }
    return bits
  }

  /** Takes over how an entry is now. */
  put(entry: Entry): void {
    this.revision = Math.max(this.revision, entry.revision)
    const known = this.placeOfNumber.get(entry.number)
    if (known === undefined && !entry.isShown) return
    const place = known ?? this.ids.length
    if (place === this.prices.length) this.grow()
    if (!this.standsAs(place, entry)) this.found.clear()
    this.placeOfNumber.set(entry.number, place)
    this.placeOfId.set(entry.id, place)
    this.ids[place] = entry.id
    this.makers[place] = this.numberOf(entry.makerId ?? '')
    this.looks[place] = entry.look
    this.prices[place] = entry.priceFen ?? 0
    this.published[place] = entry.publishedMs ?? 0
    this.scores[place] = entry.score
    this.minutes[place] = entry.makingMinutes
    this.count += Number(entry.isShown) - Number(hasBit(this.shown, place))
    setBit(this.shown, place, entry.isShown)
    if (known !== undefined) for (const bits of this.having.values()) setBit(bits, place, false)
    for (const choice of entry.facets.split(' ')) if (choice !== '') setBit(this.bitsOf(choice), place, true)
    for (const [band, bounds] of priceBands.entries())
      if (isWithin(bounds, entry.priceFen ?? 0)) setBit(this.bitsOf(`price:${band}`), place, true)
  }

  /** Whether a piece has its place among others of its craft and its maker as before: one that is sold out or made again does. */
  private standsAs(place: number, { id, isShown, priceFen, publishedMs, makerId, facets }: Entry): boolean {
    const crafts = facets.split(' ').filter((choice) => choice.startsWith('craft:'))
    return (
      this.ids[place] === id &&
      hasBit(this.shown, place) === isShown &&
      this.prices[place] === (priceFen ?? 0) &&
      this.published[place] === (publishedMs ?? 0) &&
      this.makers[place] === this.numberOf(makerId ?? '') &&
      crafts.every((craft) => hasBit(this.having.get(craft) ?? this.none, place))
    )
  }

  private numberOf(maker: string): number {
    const number = this.numberOfMaker.get(maker) ?? this.numberOfMaker.size
    this.numberOfMaker.set(maker, number)
    return number
  }

  private bitsOf(choice: string): Bits {
    const known = this.having.get(choice)
    if (known) return known
    const bits = bitsFor(this.prices.length)
    this.having.set(choice, bits)
    const [question = ''] = choice.split(':')
    this.choices.set(question, [...this.choicesOf(question), choice])
    return bits
  }

  /** The choices of a question that some piece has, written as `group:value`. */
  choicesOf(question: string): readonly string[] {
    return this.choices.get(question) ?? []
  }

  /** The pieces that have any of some choices. */
  havingAny(choices: readonly string[]): Bits {
    const pieces = bitsFor(this.ids.length)
    for (const choice of choices) addAll(pieces, this.having.get(choice) ?? this.none)
    return pieces
  }

  private grow(): void {
    const room = this.prices.length * 2
    const wider = (values: Float64Array) => {
      const next = new Float64Array(room)
      next.set(values)
      return next
    }
    const widerBits = (bits: Bits) => {
      const next = bitsFor(room)
      next.set(bits)
      return next
    }
    this.prices = wider(this.prices)
    this.published = wider(this.published)
    this.scores = wider(this.scores)
    this.minutes = wider(this.minutes)
    this.shown = widerBits(this.shown)
    for (const [choice, bits] of this.having) this.having.set(choice, widerBits(bits))
  }

  private orderOf(sort: Sort, isBackwards: boolean): Order {
    const { keys, isRising, idsFall } = this.forwards(sort)
    return { keys, isRising: isRising !== isBackwards, idsFall: idsFall !== isBackwards }
  }

  private forwards(sort: Sort): Order {
    switch (sort) {
      case 'price':
        return { keys: this.prices, isRising: true, idsFall: false }
      case 'price-down':
        return { keys: this.prices, isRising: false, idsFall: true }
      case 'new':
        return { keys: this.published, isRising: false, idsFall: false }
      case 'hours':
        return { keys: this.minutes, isRising: false, idsFall: false }
      case 'best':
        return { keys: this.scores, isRising: false, idsFall: false }
    }
  }

  /** By what a piece has its place in a sorting. */
  keyOf(place: number, sort: Sort): number {
    return this.forwards(sort).keys[place] ?? 0
  }

  /** The first of some pieces in a sorting or, backwards, its last, behind a cursor if there is one: their places, `take` at most. */
  firstOf(pieces: Bits, sort: Sort, after: Cursor | null, take: number, isBackwards = false): number[] {
    const { keys, isRising, idsFall } = this.orderOf(sort, isBackwards)
    const idOf = (place: number) => this.ids[place] ?? ''
    const isBefore = (key: number, id: string, otherKey: number, otherId: string) =>
      key === otherKey ? (idsFall ? id > otherId : id < otherId) : isRising ? key < otherKey : key > otherKey
    const afterKey = Number(after?.key)
    const first: number[] = []
    eachBit(pieces, (place) => {
      const key = keys[place] ?? 0
      const last = first[take - 1]
      if (last !== undefined && !isBefore(key, idOf(place), keys[last] ?? 0, idOf(last))) return
      if (after !== null && !isBefore(afterKey, after.id, key, idOf(place))) return
      let at = Math.min(first.length, take - 1)
      for (; at > 0; at -= 1) {
        const previous = first[at - 1] ?? 0
        if (!isBefore(key, idOf(place), keys[previous] ?? 0, idOf(previous))) break
        first[at] = previous
      }
      first[at] = place
    })
    return first
  }

  private findOnce(question: string, find: () => readonly number[]): readonly number[] {
    const known = this.found.get(question)
    if (known) return known
    const places = find()
    this.found.set(question, places)
    return places
  }

  /** The shown pieces that have a choice, from the cheapest to the dearest, alike ones by their ids. */
  byPrice(choice: string): readonly number[] {
    return this.findOnce(`by price ${choice}`, () => {
      const pieces = both(this.shown, this.having.get(choice) ?? this.none)
      const places: number[] = []
      eachBit(pieces, (place) => places.push(place))
      const idOf = (place: number) => this.ids[place] ?? ''
      return places.sort(
        (a, b) => (this.prices[a] ?? 0) - (this.prices[b] ?? 0) || (idOf(a) < idOf(b) ? -1 : 1),
      )
    })
  }

  /** The newest shown pieces of a maker, `take` at most. */
  newestOf(maker: number | undefined, take: number): readonly number[] {
    return this.findOnce(`newest ${take} of ${maker}`, () => {
      const pieces = bitsFor(this.ids.length)
      for (let at = 0; at < this.makers.length; at += 1)
        if (this.makers[at] === maker && hasBit(this.shown, at)) setBit(pieces, at, true)
      return this.firstOf(pieces, 'new', null, take)
    })
  }

  /** The pieces that cost from–to. */
  costing({ minFen, maxFen }: PriceBounds): Bits {
    const [from, to] = [minFen === null ? 0 : Number(minFen), maxFen === null ? Infinity : Number(maxFen)]
    const bits = bitsFor(this.ids.length)
    for (let place = 0; place < this.ids.length; place += 1) {
      const price = this.prices[place] ?? 0
      if (price >= from && price <= to) bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
    return bits
  }
}
