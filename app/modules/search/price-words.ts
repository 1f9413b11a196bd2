import { parseYuan } from '~/platform/money'

/** A price somebody typed among the words, and the words without it. */
export type PricedWords = { words: string; minFen: bigint | null; maxFen: bigint | null }

const number = String.raw`((?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?)(?![.,]?\d)`
const sign = '(?:(?:cn)?¥|(?:rmb|cny))'
/** 块 counts cloths as well: it is money at the end of a phrase only. */
const unit = '(?:元(?![旦宵])|块钱|块(?=$|[\\s以之内的到至~-])|(?:yuan|rmb|cny)(?![a-z]))'
/** An amount, by itself or with what makes it money, which the second and third groups tell. */
const amount = `(?<!\\d|\\d[.,])(${sign}\\s*)?${number}(\\s*${unit})?`
const measure =
  '(?!\\s*(?:%|(?:cm|mm|m|g|kg|in|inch|inches|ft|feet|hours?|days?|weeks?|months?|years?|pcs|pieces)\\b))'

const range = new RegExp(
  `(?:(?:\\bfrom|\\bbetween|从)\\s*)?${amount}\\s*(?:[-–~]|到|至|to\\b|and\\b)\\s*${amount}`,
  'iu',
)
const below = new RegExp(`${amount}\\s*(?:以下|以内|之内|内(?![画胆蒙衣]))`, 'iu')
const above = new RegExp(`${amount}\\s*以上`, 'iu')
const under = new RegExp(
  `\\b(?:under|below|up to|less than|no more than|at most)\\s+${amount}${measure}`,
  'iu',
)
const over = new RegExp(`\\b(?:over|above|from|more than|at least)\\s+${amount}${measure}`, 'iu')

/** “50元以下 香包” is a price and a word: no piece has the price among its words. A number that nothing says to be money is none. */
export function readPriceWords(typed: string): PricedWords {
  const text = typed.normalize('NFKC')
  const both = range.exec(text)
  if (both && [both[1], both[3], both[4], both[6]].some((mark) => mark !== undefined))
    return { words: without(text, [both]), minFen: fen(both[2]), maxFen: fen(both[5]) }
  const most = below.exec(text) ?? under.exec(text)
  const least = above.exec(text) ?? moneyIn(over.exec(text))
  if (!most && !least) return { words: typed, minFen: null, maxFen: null }
  const found = [most, least].filter((one) => one !== null)
  return { words: without(text, found), minFen: fen(least?.[2]), maxFen: fen(most?.[2]) }
}

/** “from Lanzhou 2” and “over 60” say no price without a word for money. */
function moneyIn(found: RegExpExecArray | null): RegExpExecArray | null {
  return found && (found[1] ?? found[3]) !== undefined ? found : null
}

function fen(text: string | undefined): bigint | null {
  return parseYuan(text ?? '')
}

/** What is left to look for; signs alone are nothing. */
function without(text: string, parts: readonly RegExpExecArray[]): string {
  return parts
    .reduce((rest, [part]) => rest.replace(part, ' '), text)
    .replace(/\s+/g, ' ')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/^的|的$/gu, '')
    .trim()
}
