/**
 * The regions the project ships with, as scripts/cut-regions.ts cut them from the statistical list of 2023-06-30.
 *
 * lanzhou.json: `rows` = [code, name, parentCode], parents before children: Gansu, its 14 prefectures, and of Lanzhou the
 * counties (6 digits), towns (9) and villages (12); `extras` = former names. app/modules/regions/china.json: the same rows for every province,
 * city and county, for addresses; municipalities and directly run places skip the city (北京市 → 东城区), every leaf has
 * six digits. english.json: official English names by code; towns, villages and most counties have none.
 */
import china from '~/modules/regions/china.json'
import english from './english.json'
import lanzhou from './lanzhou.json'

/** Deepest last; the length of a code tells the level. */
export type RegionLevel = 'province' | 'city' | 'county' | 'town' | 'village'

/** One region; `parentCode` is null for a province only. */
export type RegionRow = {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly parentCode: string | null
  readonly level: RegionLevel
}

/** What a region was called before, kept so that old papers can be matched. */
export type RegionExtra = {
  readonly code: string
  readonly formerNames: readonly string[]
  readonly note: string
}

const LEVEL_BY_DIGITS: ReadonlyMap<number, RegionLevel> = new Map([
  [2, 'province'],
  [4, 'city'],
  [6, 'county'],
  [9, 'town'],
  [12, 'village'],
])

const ENGLISH: ReadonlyMap<string, string> = new Map(Object.entries(english))

function readRow(row: readonly (string | null)[]): RegionRow {
  const [code, name, parentCode] = row
  const level = LEVEL_BY_DIGITS.get(code?.length ?? 0)
  if (!code || !name || !level) throw new Error(`Not a region row: ${JSON.stringify(row)}`)
  return { code, name, nameEn: ENGLISH.get(code) ?? null, parentCode: parentCode ?? null, level }
}

/** Gansu, its prefectures, and Lanzhou down to the village; parents come before children. */
export function lanzhouRegions(): RegionRow[] {
  return lanzhou.rows.map(readRow)
}

/** Former names of regions of Lanzhou. */
export function lanzhouRegionExtras(): readonly RegionExtra[] {
  return lanzhou.extras
}

/** Every province, city and county a parcel can be sent to, parents before children (Hong Kong, Macao, Taiwan not included). */
export function chinaRegions(): RegionRow[] {
  return china.map(readRow)
}
