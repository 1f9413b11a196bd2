import { findLatinPlace, type LatinFound } from '~/modules/regions/find-latin-place.server'
import { type FoundPlace, findPlace } from '~/modules/regions/find-place.server'
import { nameWeight } from './person-name'

/** What an address form asks for, as far as it stands in a pasted text; null = not found there. */
export type PastedAddress = {
  name: string | null
  /** eleven digits */
  phone: string | null
  /** code of two digits */
  province: string | null
  /** city and county in words */
  county: string | null
  line: string | null
}

/** Characters that are read at most. */
export const pastedMax = 300

/** with the extension that a shop gives for a number of its own: -1234, 转1234, (分机号:1234) */
export const phonePattern =
  /(?<!\d)(?:(?:\+|00)?86[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?:[\s,;([]*(?:-|转|分机号?|ext\.?)\s*:?\s*(\d{3,6})(?!\d|\s*[号栋幢座楼弄室])[)\]]?)?(?!\d)/i
const postcodePattern = /(?<![\d-])\d{6}(?![\d\p{Script=Han}])/u
/** "for": what is written behind a name on an envelope */
const receives = /\s*(?:[(（【[]\s*亲?收\s*[)）】\]]|(?<=\p{Script=Han}|\s)亲?收)(?=[\s,，;；。]|$)/gu
const nameLabel =
  /(?:收货人姓名|收件人姓名|收货人|收件人|联系人|姓\s*名)[\s:]*|\b(?:full name|name|recipient|consignee|receiver|attn)\b\.?\s*:\s*/gi
const postcodeLabel = /(?:邮政编码|邮编|\b(?:post(?:al)? ?code|zip(?: code)?)\b)\s*:?\s*(?:\d{6}(?!\d))?/gi
/** one without its colon counts where no street is called so */
const otherLabel =
  /(?:收货人|收件人|联系人)?(?:(?:手机号码|手机号|手机|联系电话|联系方式|电话号码|电话)\s*(?::|(?=\n?\uE001))|(?:所在地区|所在区域|地区信息|收货地址|收件地址|详细地址|具体地址|街道地址|地址)\s*:?)\s*|\b(?:tel|telephone|phone|mobile|cell|address|add|street)\b\.?\s*(?:no\.?|number)?\s*:\s*/gi

/** what stands before a district of Taiwan, whose name may be that of one of the mainland */
const beyond =
  /(?:[台臺][湾灣]省?|[台臺][北中南]市|新北市|高雄市)[\s,]*(?:\p{Script=Han}{1,2}[市县縣])?[\s,]*$/u

/** Where somebody works or stays: without it the parcel does not find her. */
const firm =
  /(?:公司|集团|工厂|厂|商店|商场|超市|小学|中学|大学|学院|学校|幼儿园|医院|银行|酒店|宾馆|合作社|工作室|事务所|协会|联合会|妇联|委员会)$|\b(?:co|ltd|inc|llc|corp|company|corporation|factory|school|college|university|hospital|bank|hotel|studio|office)\.?$/i

const isHan = /\p{Script=Han}/u

/** Stands where the phone stood: what is beside it is likely a name. */
const phoneMark = '\uE001'
/** Stands where a label said that a name follows. */
const nameMark = '\uE002'
/** Stands where a region's own name stood. */
export const regionMark = '\uE003'

/**
 * Reads recipient, phone, place and street out of a text in any of the usual orders, with labels or without, on one line or several. It gives back
 * only what stands there, and leaves out what it is not sure of.
 */
export function readPastedAddress(pasted: string): PastedAddress {
  const text = plainText(pasted)
  const phone = phonePattern.exec(text)
  const bare = withMarks(text, phone?.[0])
  const found = findPlace(bare)
  const inHan = found && !beyond.test(bare.slice(0, found.start)) ? found : null
  const inLatin = inHan?.county ? null : findLatinPlace(bare)
  const place = inLatin ?? inHan
  const { name, rest } = namedIn(wordsOf(bare, place))
  return {
    name,
    phone: phone?.[1]?.replace(/\D/g, '') ?? null,
    province: place?.provinceCode ?? null,
    county: place?.county ?? null,
    line: place ? lineOf(rest, phone?.[2], inLatin) : null,
  }
}

/** As much of a text as is read, its characters in one form. */
export function plainText(pasted: string): string {
  return [...pasted.slice(0, 4 * pastedMax).normalize('NFKC')]
    .slice(0, pastedMax)
    .join('')
    .replace(/[\uE001-\uE003]/g, ' ')
}

/** The text without its labels and postcode, and with marks where the phone and a labelled name stand. */
export function withMarks(text: string, phone: string | undefined): string {
  return (phone === undefined ? text : text.replace(phone, `\n${phoneMark}\n`))
    .replace(receives, '\n')
    .replace(otherLabel, '\n')
    .replace(nameLabel, `\n${nameMark}`)
    .replaceAll(nameMark + phoneMark, phoneMark)
    .replace(postcodeLabel, '\n')
    .replace(postcodePattern, '\n')
    .replace(/\(\s*\)|\[\s*\]/g, '\n')
}

export type Word = { word: string; isBefore: boolean }

/** What stands around the place, cut where people cut. Latin names keep their blanks, and a text without Han all of them. */
export function wordsOf(text: string, place: FoundPlace | LatinFound | null): Word[] {
  const blanks = isHan.test(text) ? /[\n,，;；、|]+|\s+(?=[^A-Za-z])|(?<=[^A-Za-z])\s+/ : /[\n,;|]+/
  const cut = (part: string, isBefore: boolean) =>
    part
      .split(blanks)
      .map((word) => ({ word: word.replace(/^[\s:：.。·\-_/]+|[\s:：.。·\-_/]+$/g, ''), isBefore }))
      .filter(({ word }) => word !== '')
  return [...cut(text.slice(0, place?.start), true), ...(place ? cut(text.slice(place.end), false) : [])]
}

/** The recipient among the words, and the words that are left without her and without marks. */
export function namedIn(words: readonly Word[]): { name: string | null; rest: Word[] } {
  const said = words.filter(({ word }) => word !== nameMark)
  const named = said.find(({ word }) => word.startsWith(nameMark)) ?? likeliestName(said)
  const rest = said.filter((one) => one !== named && one.word !== phoneMark && one.word !== regionMark)
  return {
    name: named?.word.replace(nameMark, '') ?? null,
    rest: rest.map(({ word, isBefore }) => ({ word: word.replace(nameMark, ''), isBefore })),
  }
}

function likeliestName(words: readonly Word[]): Word | undefined {
  const weighed = words.map((one, index) => ({
    one,
    weight: nameWeight(one.word, {
      nextToPhone: words[index - 1]?.word === phoneMark || words[index + 1]?.word === phoneMark,
      beforePlace: one.isBefore,
      atEdge: index === 0 || index === words.length - 1,
      splitsStreet:
        !one.isBefore &&
        words[index - 1]?.isBefore !== false &&
        words[index + 1]?.word === phoneMark &&
        index + 2 < words.length,
    }),
  }))
  const best = Math.max(...weighed.map(({ weight }) => weight))
  return best < 4 ? undefined : weighed.find(({ weight }) => weight === best)?.one
}

/** What follows the place, where she works wherever that stands, and the extension of the phone; of an address that ends with its place, as those in English do, what stands before it. */
function lineOf(
  words: readonly Word[],
  extension: string | undefined,
  latin: LatinFound | null,
): string | null {
  const isStreet = ({ isBefore }: Word) => isBefore === (latin?.streetFirst ?? false)
  const firms = words.filter((one) => !isStreet(one) && firm.test(one.word))
  const street = words.filter(isStreet)
  const line = (street.length > 0 ? [...street, ...firms] : words)
    .map(({ word }) => word)
    .join(latin ? ', ' : ' ')
  if (line === '') return null
  return extension === undefined || line.includes(`[${extension}]`) ? line : `${line} 转 ${extension}`
}
