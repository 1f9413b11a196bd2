import { pinyin } from 'pinyin-pro'
import { alsoCalled, readable } from './place-readings'
import { everyPlace, type PlaceRow } from './places.server'
import { provincesInEnglish } from './provinces-in-english'

/** Ranks as they are written in English and in pinyin, without their blanks; by the last character of a name that has one of them. */
const ranks: Readonly<Record<string, readonly string[]>> = {
  省: ['province', 'sheng'],
  区: ['district', 'qu', 'region', 'newarea', 'newdistrict', 'specialdistrict', 'prefecture', 'diqu'],
  市: ['city', 'shi', 'municipality'],
  县: ['county', 'xian'],
  州: ['prefecture', 'zhou'],
  盟: ['league', 'meng'],
  旗: ['banner', 'qi'],
}

/** Every rank, the longest first. */
export const rankWords = [...new Set(Object.values(ranks).flat())].toSorted((a, b) => b.length - a.length)

/** Peoples whose names stand before the rank of an autonomous place. */
export const peopleWords: ReadonlySet<string> = new Set(
  'zhuang hui uygur uyghur mongol mongolian tibetan qiang yi miao dong buyei bouyei hani dai bai jingpo lisu korean tujia kazak kazakh kirgiz kyrgyz manchu daur ewenki she yao mulao maonan li gelao shui naxi lahu va blang derung nu pumi yugur yugu bonan baoan dongxiang salar tu tajik xibe various autonomous'.split(
    ' ',
  ),
)

/** A place that a Latin name may mean. */
export type LatinPlace = {
  row: PlaceRow
  /** its name has one character beside its rank, so that no other word is it without the rank */
  needsRank: boolean
}

/** Letters alone, as names are compared: Xi'an, Xi’an and XIAN are one; ü is v in one writing and u in another. */
export function latinKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replaceAll('v', 'u')
}

let known: ReadonlyMap<string, readonly LatinPlace[]> | null = null

/** The places of a name in Latin letters without its rank. Read at the first question: the readings of three thousand names take half a second. */
export function placesCalled(key: string): readonly LatinPlace[] {
  known ??= everyName()
  return known.get(key) ?? []
}

export function hasRank({ name }: PlaceRow, rank: string): boolean {
  return (ranks[name.slice(-1)] ?? []).includes(rank)
}

/** A county as a reader of Latin letters writes it, its rank beside it, an apostrophe before a syllable that begins with a vowel (GB/T 16159): Chengguan District, Xi'an. */
export function latinName(row: PlaceRow): string {
  const syllables = pinyin(readable(stemOf(row).stem), { toneType: 'none', type: 'array' })
  const read = syllables.map((one, at) => (at > 0 && /^[aeo]/.test(one) ? `'${one}` : one)).join('')
  const [rank = ''] = ranks[row.name.slice(-1)] ?? []
  const name = row.code.length === 6 ? `${read} ${rank}` : read
  return name.replace(/(?<=^|\s)[a-z]/g, (letter) => letter.toUpperCase()).trim()
}

function everyName(): Map<string, LatinPlace[]> {
  const names = new Map<string, LatinPlace[]>()
  for (const row of everyPlace) {
    const { stem, needsRank } = stemOf(row)
    const read = pinyin(readable(stem), { toneType: 'none', v: true })
    // 陕西 reads as 山西 does; only Shaanxi means it
    const said = [
      row.code === '61' ? '' : read,
      provincesInEnglish.get(row.code) ?? '',
      ...(alsoCalled.get(row.code) ?? []),
    ]
    for (const key of new Set(said.map(latinKey))) {
      if (key !== '') names.set(key, [...(names.get(key) ?? []), { row, needsRank }])
    }
  }
  return names
}

/** 成县 is called by one character and its rank. */
function stemOf({ name, spellings }: PlaceRow): { stem: string; needsRank: boolean } {
  const shortest = spellings.at(-1) ?? name
  const needsRank = shortest === name && [...name].length === 2
  return { stem: needsRank ? name.slice(0, 1) : shortest, needsRank }
}
