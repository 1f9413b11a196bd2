import {
  namedIn,
  phonePattern,
  plainText,
  regionMark,
  withMarks,
  wordsOf,
} from './read-pasted-address.server'
import { type BeyondCode, beyondCodes } from './schema'

/** An address of Hong Kong, Macao or Taiwan as the form for there asks for it, as far as it stands in a text. */
export type BeyondAddress = {
  country: BeyondCode
  /** name, phone (E.164), line1, line2, city */
  fields: Readonly<Record<string, string>>
}

type Region = {
  /** what it is called; on a parcel there it stands for the country */
  own: string
  /** what it is known by when its own name is left out */
  parts: RegExp
  city: RegExp
  /** a telephone number as it is written there */
  phone: RegExp
  dial: string
}

const regions: Record<BeyondCode, Region> = {
  HK: {
    own: '香港(?:特[别別]行政[区區])?|Hong ?Kong(?: S\\.?A\\.?R\\.?)?',
    parts: /九龍|新界|Kowloon|New Territories/i,
    city: /香港|Hong ?Kong/i,
    phone: /(?<![\d+])[2-9]\d{3}[ -]?\d{4}(?!\d)/,
    dial: '+852',
  },
  MO: {
    own: '澳[门門](?:特[别別]行政[区區])?|Maca[ou](?: S\\.?A\\.?R\\.?)?',
    parts: /[凼氹]仔|Taipa\b/i,
    city: /澳[门門]|Maca[ou]/i,
    phone: /(?<![\d+])(?:6\d|28)\d{2}[ -]?\d{4}(?!\d)/,
    dial: '+853',
  },
  TW: {
    own: '[台臺][湾灣]省?|Taiwan',
    parts: /[台臺][北中南]市|新北市|高雄市|Taipei|Taichung|Tainan|Kaohsiung/i,
    city: /(?:[台臺][北中南东東]|新北|桃[园園]|高雄|基隆|新竹|嘉[义義])[市縣]|(?:(?:New )?Taipei|Taichung|Tainan|Kaohsiung)(?: City)?/i,
    phone: /(?<![\d+])0\d(?:[ -]?\d){7,8}(?!\d)/,
    dial: '+886',
  },
}

/** a street, a shop or a dish that is called after it */
const calledSo =
  '(?!\\s*(?:[东東西南北中]?[路街道巷]|大道|小吃|[菜茶饭餐城]|广场|(?:(?:East|West|North|South|Middle)\\s+)?(?:Road|Rd|Street|St|Avenue)\\b))'

/** with the code of one of them before it */
const withCode = /(?<!\d)(?:\+|00)(?:85[23][ -]?\d{4}[ -]?\d{4}|886[ -]?\d(?:[ -]?\d){7,8})(?!\d)/

const isHan = /\p{Script=Han}/u
const mark = `\n${regionMark}\n`

/** most characters of one line of an address abroad */
const lineMax = 80

/** Reads an address of Hong Kong, Macao or Taiwan; null of any other text. The caller has found no place of the mainland in it. */
export function readBeyond(pasted: string): BeyondAddress | null {
  const text = plainText(pasted)
  const country = beyondCodes.find((code) => isNamed(text, regions[code]))
  if (!country) return null
  const { own, city, phone, dial } = regions[country]
  const number = numberIn(text, phone, dial)
  const bare = withMarks(text, number?.written)
  const town = city.exec(bare)?.[0]
  const street = bare
    .replaceAll(new RegExp(`(?:中[国國]\\s*)?(?:${own})(?:[,\\s]+China\\b)?`, 'gi'), mark)
    .replace(town ?? mark, mark)
  const { name, rest } = namedIn(wordsOf(street, null))
  const [line1, line2] = linesOf(rest.map(({ word }) => word).join(isHan.test(street) ? ' ' : ', '))
  const read = Object.entries({ name, phone: number?.digits, line1, line2, city: town })
  return {
    country,
    fields: Object.fromEntries(read.flatMap(([key, value]) => (value ? [[key, value]] : []))),
  }
}

function isNamed(text: string, { own, parts }: Region): boolean {
  return parts.test(text) || new RegExp(`(?:${own})${calledSo}`, 'i').test(text)
}

/** with its code; of the mainland; else as it is written there */
function numberIn(text: string, local: RegExp, dial: string): { written: string; digits: string } | null {
  const [whole] = withCode.exec(text) ?? []
  if (whole) return { written: whole, digits: `+${digitsOf(whole).replace(/^00/, '')}` }
  const [written, mainland] = phonePattern.exec(text) ?? []
  if (written && mainland) return { written, digits: `+86${digitsOf(mainland)}` }
  const [home] = local.exec(text) ?? []
  return home ? { written: home, digits: `${dial}${digitsOf(home).replace(/^0/, '')}` } : null
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** A line that is too long goes on in the second one, from a blank on where there is one. */
function linesOf(text: string): [string, string] {
  if (text.length <= lineMax) return [text, '']
  const blank = text.lastIndexOf(' ', lineMax)
  const at = blank > 0 ? blank : lineMax
  return [text.slice(0, at).trim(), text.slice(at).trim().slice(0, lineMax)]
}
