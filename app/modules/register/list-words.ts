import type { Relation } from '~/modules/households/schema'
import type { Day } from '~/platform/calendar'

const relationWords: readonly [RegExp, Relation][] = [
  [/^(户主|本人|本人或户主|户主本人)$/, 'self'],
  [/儿媳|媳妇/, 'daughter_in_law'],
  [/女婿/, 'son_in_law'],
  [/配偶|妻|丈夫|^夫$|爱人/, 'spouse'],
  [/孙|外甥|侄|岳|公公|婆婆|祖|兄|弟|姐|妹/, 'other'],
  [/女/, 'daughter'],
  [/子|儿/, 'son'],
  [/母/, 'mother'],
  [/父/, 'father'],
]

/** A relation to the head as lists write it; what is none of the register's is "other". */
export function relationIn(text: string): Relation {
  const bare = text.normalize('NFKC').replace(/\s/g, '')
  return relationWords.find(([words]) => words.test(bare))?.[1] ?? 'other'
}

/** 2014, 2014年, 2014年6月, 2014.6, 2014-06-01, 20140601 as a day (the first of what is left out); null for what is none. */
export function dayIn(text: string): Day | null {
  const bare = text.normalize('NFKC').replace(/\s/g, '')
  const parts =
    /^((?:19|20)\d\d)(?:年|[.\-/]|$)(?:(\d{1,2})(?:月|[.\-/]|$)(?:(\d{1,2})日?)?)?(?:T.*)?$/.exec(bare) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)?$/.exec(bare)
  if (!parts) return null
  const [, year = '', month = '1', date = '1'] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day ? day : null
}

/** Words by which a list says that there is nothing to say. */
export function isNothing(text: string): boolean {
  return /^(无|没有|暂无|不详|未脱贫|未退出|[-—–/\\、.]*)$/.test(text.normalize('NFKC').replace(/\s/g, ''))
}

/** 2014, 2014年, 2014年度, or any day of that year, as the year; null for what is none. */
export function yearIn(text: string): number | null {
  const day = dayIn(text.normalize('NFKC').replace(/\s|度/g, ''))
  return day === null ? null : Number(day.slice(0, 4))
}

/** 4, 4.0, 4人, 4 口 as a number of people; null for what is none. */
export function countIn(text: string): number | null {
  const [, digits] = /^(\d{1,3})(?:\.0+)?[人口个]?$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  return digits === undefined ? null : Number(digits)
}

/** 因病、缺技术 as its words; 因 病 is one. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;/+]+|(?<=\S{2})\s+(?=\S{2})/)
    .map((word) => word.replace(/\s/g, ''))
    .filter((word) => !isNothing(word))
}
