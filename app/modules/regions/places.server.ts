import china from './china.json'
import { placeSpellings } from './place-spellings'

/** A place of the national list, with the code of the one that it belongs to. Counties have six digits, cities four, provinces two. */
export type PlaceRow = {
  code: string
  name: string
  parent: string | null
  isCounty: boolean
  /** longest first */
  spellings: readonly string[]
}

export const everyPlace: readonly PlaceRow[] = china.map(([code, name, parent]) => ({
  code: code ?? '',
  name: name ?? '',
  parent: parent ?? null,
  isCounty: code?.length === 6,
  spellings: placeSpellings(name ?? ''),
}))

const byCode = new Map(everyPlace.map((row) => [row.code, row]))
const children = new Map<string | null, PlaceRow[]>()
const byStart = new Map<string, PlaceRow[]>()
for (const row of everyPlace) {
  children.set(row.parent, [...(children.get(row.parent) ?? []), row])
  const start = row.name.slice(0, 2)
  byStart.set(start, [...(byStart.get(start) ?? []), row])
}

export function placeOfCode(code: string): PlaceRow | undefined {
  return byCode.get(code)
}

/** What belongs to a place directly; of null the provinces. */
export function placesBelow(code: string | null): readonly PlaceRow[] {
  return children.get(code) ?? []
}

/** The places whose names may stand at a position of a text. */
export function placesAt(text: string, at: number): readonly PlaceRow[] {
  return byStart.get(text.slice(at, at + 2)) ?? []
}
