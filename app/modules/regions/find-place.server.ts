import { matchCounty } from './match-county.server'
import { everyPlace, type PlaceRow, placeOfCode, placesAt, placesBelow } from './places.server'

/** Where a place stands in a text: from the first character of its province, city or county to the last one. */
export type FoundPlace = {
  /** of two digits */
  provinceCode: string
  /** city and county, as matchCounty reads them; null when the text ends at the province or the city */
  county: string | null
  start: number
  end: number
}

/** Between the parts of an address. */
const gap = /^[\s,，、;；:：|/·\-_]*/

/**
 * The place that a text means most surely: a province with what follows it, a city with its county, or a county by its whole name when only one
 * in the country has it. An address whose place is written twice is read once.
 */
export function findPlace(text: string): FoundPlace | null {
  let best: FoundPlace | null = null
  for (let start = 0; start < text.length; start += 1) best = surest([best, placeAt(text, start)])
  if (!best) return null
  const again = placeAt(text, skipGap(text, best.end))
  const isSame = again?.provinceCode === best.provinceCode && again.county === best.county
  return again && isSame ? { ...again, start: best.start } : best
}

function placeAt(text: string, start: number): FoundPlace | null {
  const country = /^(?:中华人民共和国|中国)/.exec(text.slice(start))
  const from = skipGap(text, start + (country?.[0].length ?? 0))
  const provinces = placesBelow(null).flatMap((row) => {
    const spelling = spellingAt(text, from, row)
    if (!spelling) return []
    const end = from + spelling.length
    // 北京市北京市朝阳区, 北京市市辖区朝阳区
    const again = spellingAt(text, skipGap(text, end), row)
    const ends = again ? [end, skipGap(text, end) + again.length] : [end]
    const alone = { provinceCode: row.code, county: null, start, end }
    return [
      spelling === row.name ? alone : null,
      ...ends.map((one) => belowProvince(text, start, row, skipGap(text, one))),
    ]
  })
  return surest([...provinces, withoutProvince(text, start)])
}

/** A county says more than a province alone; of two alike the first one counts. */
function surest(found: readonly (FoundPlace | null)[]): FoundPlace | null {
  const weight = ({ county, start, end }: FoundPlace) => (county === null ? 0 : 1000) + (end - start)
  return found.reduce((best, one) => (one && (!best || weight(one) > weight(best)) ? one : best), null)
}

/** City and county, or the county at once; after a city alone only the province is sure. */
function belowProvince(text: string, start: number, province: PlaceRow, from: number): FoundPlace | null {
  const at = skipGap(text, from + (/^市辖区/.exec(text.slice(from))?.[0].length ?? 0))
  const here = placesAt(text, at).filter((row) => row.code.startsWith(province.code))
  return surest([
    ...here.filter(({ isCounty }) => !isCounty).map((city) => belowCity(text, start, city, at)),
    ...here.filter(({ isCounty }) => isCounty).map((county) => placed(text, start, [county], at)),
  ])
}

function belowCity(text: string, start: number, city: PlaceRow, at: number): FoundPlace | null {
  const spelling = spellingAt(text, at, city)
  if (!spelling || city.parent === null) return null
  const end = at + spelling.length
  const below = skipGap(text, end)
  const alone = { provinceCode: city.parent, county: null, start, end }
  return surest([
    alone,
    ...placesAt(text, below)
      .filter(({ parent }) => parent === city.code)
      .map((county) => placed(text, start, [city, county], below)),
  ])
}

/** 兰州市榆中县…, or 榆中县… where only one place of the country is called so. */
function withoutProvince(text: string, start: number): FoundPlace | null {
  const here = placesAt(text, start)
  const cities = here
    .filter(({ code }) => code.length === 4)
    .map((city) => belowCity(text, start, city, start))
  const counties = here
    .filter(({ isCounty, name }) => isCounty && name.length > 2 && text.startsWith(name, start))
    .filter(({ name }) => everyPlace.filter((row) => row.isCounty && row.name === name).length === 1)
    .map((county) => placed(text, start, [county], start))
  return surest([...cities.map((one) => (one?.county ? one : null)), ...counties])
}

/** The last of the rows stands at a position; null when it does not, or when its names mean several places. */
function placed(text: string, start: number, rows: readonly PlaceRow[], at: number): FoundPlace | null {
  const county = rows.at(-1)
  const spelling = county && spellingAt(text, at, county)
  if (!county || !spelling) return null
  const city = county.parent === null ? undefined : placeOfCode(county.parent)
  const provinceCode = county.code.slice(0, 2)
  const names = `${city && city.code.length === 4 ? city.name : ''}${county.name}`
  const isSure = rows.length > 1 || placesNamed(provinceCode, spelling) === 1
  return isSure && matchCounty(provinceCode, names).length === 1
    ? { provinceCode, county: names, start, end: at + spelling.length }
    : null
}

function placesNamed(provinceCode: string, spelling: string): number {
  return everyPlace.filter(
    (row) => row.isCounty && row.code.startsWith(provinceCode) && row.spellings.includes(spelling),
  ).length
}

function spellingAt(text: string, at: number, row: PlaceRow): string | undefined {
  return row.spellings.find((one) => text.startsWith(one, at))
}

function skipGap(text: string, at: number): number {
  return at + (gap.exec(text.slice(at))?.[0].length ?? 0)
}
