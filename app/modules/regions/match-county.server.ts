import china from './china.json'

/** A county-level place as an address names it: code of six digits, and its names from the province down. */
export type Place = { code: string; text: string }

type Row = { code: string; name: string; parent: string | null }

const rows: Row[] = china.map(([code, name, parent]) => ({
  code: code ?? '',
  name: name ?? '',
  parent: parent ?? null,
}))
const byCode = new Map(rows.map((row) => [row.code, row]))

/** The provinces, for the first choice of the address form. */
export const provinces = rows.filter((row) => row.parent === null).map(({ code, name }) => ({ code, name }))

const suffix = /(特别行政区|自治州|自治县|自治旗|地区|新区|林区|矿区|县|区|市|州|盟|旗)$/

/** Every spelling under which people write a place: with and without its rank. */
function spellings(name: string): string[] {
  const short = name.replace(suffix, '')
  return [...short].length >= 2 ? [name, short] : [name]
}

/**
 * Finds the county that the words mean inside a province: "兰州市榆中县", "榆中", "兰州 榆中县". One place is an answer; several are candidates to ask
 * about; none is an empty list.
 */
export function matchCounty(provinceCode: string, words: string): Place[] {
  const text = words.normalize('NFKC').replace(/[\s,，、·/-]/g, '')
  const counties = rows.filter(
    (row) => row.code.length === 6 && row.code.startsWith(provinceCode) && row.code !== provinceCode,
  )
  const exact = counties.filter((county) => fits(text, county))
  const found =
    exact.length > 0 ? exact : counties.filter((county) => text.length >= 2 && text.includes(county.name))
  return found.map((county) => ({ code: county.code, text: namesOf(county).join(' ') }))
}

/** True when the text is the county alone, or its city and the county, with the province before it or not. */
function fits(text: string, county: Row): boolean {
  const above = namesAbove(county)
  for (const own of spellings(county.name)) {
    if (text === own) return true
    if (!text.endsWith(own)) continue
    const before = text.slice(0, text.length - own.length)
    if (above.some((name) => spellings(name).includes(before)) || before === above.join('')) return true
  }
  return false
}

function namesAbove(row: Row): string[] {
  const parent = row.parent === null ? undefined : byCode.get(row.parent)
  return parent ? [...namesAbove(parent), parent.name] : []
}

function namesOf(row: Row): string[] {
  return [...namesAbove(row), row.name]
}
