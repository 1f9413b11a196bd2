import type { Locale } from '~/platform/i18n/locale'
import { isLatin, matchLatinCounty, saidInLatin } from './find-latin-place.server'
import { everyPlace, type PlaceRow, placeOfCode } from './places.server'
import { provincesInEnglish } from './provinces-in-english'

/** A county-level place as an address names it: code of six digits, and its names from the province down. */
export type Place = { code: string; text: string }

/** `said`: as whoever named it reads it. */
type NamedPlace = Place & { said: string }

/** The provinces by their names in a language, for the first choice of the address form. */
export function provincesIn(locale: Locale): { code: string; name: string }[] {
  return everyPlace
    .filter((row) => row.parent === null)
    .map(({ code, name }) => ({ code, name: (locale === 'en' && provincesInEnglish.get(code)) || name }))
}

/**
 * Finds the county that the words mean inside a province: "兰州市榆中县", "榆中", "兰州 榆中县", "Yuzhong County, Lanzhou". One place is an answer; several are candidates to ask
 * about; none is an empty list.
 */
export function matchCounty(provinceCode: string, words: string): NamedPlace[] {
  if (isLatin(words))
    return matchLatinCounty(provinceCode, words).map((county) => ({
      ...placeOf(county),
      said: saidInLatin(county),
    }))
  const text = words.normalize('NFKC').replace(/[\s,，、·/-]/g, '')
  const counties = everyPlace.filter((row) => row.isCounty && row.code.startsWith(provinceCode))
  const exact = counties.filter((county) => fits(text, county))
  const found =
    exact.length > 0 ? exact : counties.filter((county) => text.length >= 2 && text.includes(county.name))
  return found.map(placeOf)
}

function placeOf(county: PlaceRow): NamedPlace {
  const text = namesOf(county).join(' ')
  return { code: county.code, text, said: text }
}

/** True when the text is the county alone, or its city and the county, with the province before it or not. */
function fits(text: string, county: PlaceRow): boolean {
  const above = rowsAbove(county)
  return county.spellings.some((own) => {
    if (!text.endsWith(own)) return false
    const before = text.slice(0, text.length - own.length)
    const isWhole = before === above.map(({ name }) => name).join('')
    return before === '' || isWhole || above.some(({ spellings }) => spellings.includes(before))
  })
}

/** The province first. */
function rowsAbove(row: PlaceRow): PlaceRow[] {
  const parent = row.parent === null ? undefined : placeOfCode(row.parent)
  return parent ? [...rowsAbove(parent), parent] : []
}

function namesOf(row: PlaceRow): string[] {
  return [...rowsAbove(row), row].map(({ name }) => name)
}
