import { type Currency, currencies } from '~/modules/rates/currencies'
import type { Rate } from '~/modules/rates/estimate'
import { parseYuan } from '~/platform/money'

/** A price somebody typed among the words, and the words without it. */
export type PricedWords = { words: string; minFen: bigint | null; maxFen: bigint | null }

const number = String.raw`((?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?)(?![.,]?\d)`
const sign = '(?:(?:cn)?¥|(?:rmb|cny))'
/** 块 counts cloths as well: it is money at the end of a phrase only. */
const unit = '(?:元(?![旦宵])|块钱|块(?=$|[\\s以之内的到至~-])|(?:yuan|rmb|cny)(?![a-z]))'
/** How a currency is written before and after a number. */
type Marks = { sign: string; unit: string }

/** Whatever is paid with abroad: a dollar sign alone is of the United States. */
const abroad: Readonly<Record<Currency, Marks>> = {
  USD: marks('(?:us)?\\$|usd', '\\$|usd|(?:us\\s)?dollars?|美元|美金'),
  EUR: marks('€|eur', '€|eur|euros?|欧元'),
  GBP: marks('£|gbp', '£|gbp|pounds?|英镑'),
  HKD: marks('hk\\$|hkd', 'hkd|港币|港元'),
  JPY: marks('jp¥|jpy', 'jpy|yen|日元'),
  KRW: marks('₩|krw', '₩|krw|won|韩元'),
  SGD: marks('s\\$|sgd', 'sgd|新加坡元'),
  AUD: marks('au?\\$|aud', 'aud|澳元'),
  CAD: marks('ca?\\$|cad', 'cad|加元'),
  CHF: marks('chf', 'chf|francs?|瑞士法郎'),
}

function marks(sign: string, unit: string): Marks {
  return { sign: `(?<![a-z])(?:${sign})`, unit: `(?:${unit})(?![a-z])` }
}

const measure =
  '(?!\\s*(?:%|(?:cm|mm|m|g|kg|in|inch|inches|ft|feet|hours?|days?|weeks?|months?|years?|pcs|pieces)\\b))'

type Patterns = Readonly<Record<'range' | 'below' | 'above' | 'under' | 'over' | 'about', RegExp>>

function patternsOf({ sign, unit }: Marks): Patterns {
  // an amount, by itself or with what makes it money, which the second and third groups tell
  const amount = `(?<!\\d|\\d[.,])(${sign}\\s*)?${number}(\\s*${unit})?`
  return {
    range: new RegExp(
      `(?:(?:\\bfrom|\\bbetween|从)\\s*)?${amount}\\s*(?:[-–~]|到|至|to\\b|and\\b)\\s*${amount}`,
      'iu',
    ),
    below: new RegExp(`${amount}\\s*(?:以下|以内|之内|内(?![画胆蒙衣]))`, 'iu'),
    above: new RegExp(`${amount}\\s*以上`, 'iu'),
    under: new RegExp(`\\b(?:under|below|up to|less than|no more than|at most)\\s+${amount}${measure}`, 'iu'),
    over: new RegExp(`\\b(?:over|above|from|more than|at least)\\s+${amount}${measure}`, 'iu'),
    about: new RegExp(
      `(?:\\b(?:about|around)\\s+)?(?<!\\d|\\d[.,])(?:${sign}\\s*${number}|${number}\\s*${unit})(?:\\s*(?:左右|上下))?${measure}`,
      'iu',
    ),
  }
}

const yuan = patternsOf({ sign, unit })
const foreign = currencies.map((currency) => {
  const { sign, unit } = abroad[currency]
  return {
    currency,
    named: new RegExp(`${sign}\\s*\\d|\\d\\s*${unit}`, 'iu'),
    patterns: patternsOf(abroad[currency]),
  }
})

/** The currency of another country in which somebody typed an amount: its price is known by a rate only. */
export function currencyAmong(typed: string): Currency | null {
  const text = typed.normalize('NFKC')
  return foreign.find(({ named }) => named.test(text))?.currency ?? null
}

/**
 * “50元以下 香包” is a price and a word: no piece has the price among its words. A number that nothing says to be money is none. With a rate the amounts are
 * those of its currency, and the price is what they are about, in whole yuan.
 */
export function readPriceWords(typed: string, rate: Rate | null = null): PricedWords {
  const text = typed.normalize('NFKC')
  const { range, below, above, under, over, about } =
    foreign.find(({ currency }) => currency === rate?.currency)?.patterns ?? yuan
  const fen = (amount: string | undefined) => fenOf(amount, rate)
  const both = range.exec(text)
  if (both && [both[1], both[3], both[4], both[6]].some((mark) => mark !== undefined))
    return { words: without(text, [both]), minFen: fen(both[2]), maxFen: fen(both[5]) }
  const most = below.exec(text) ?? under.exec(text)
  const least = above.exec(text) ?? moneyIn(over.exec(text))
  if (!most && !least) return readAbout(typed, about.exec(text), rate)
  const found = [most, least].filter((one) => one !== null)
  // “2 pound bag under 100”: what is foreign there is no price
  if (rate && !found.some(moneyIn)) return readPriceWords(typed)
  return { words: without(text, found), minFen: fen(least?.[2]), maxFen: fen(most?.[2]) }
}

/** “¥50 香包” is asked by whoever has fifty yuan in mind: a fifth less to a fifth more, in whole yuan. Abroad by the sign alone: a bag of two pounds may be a heavy one. */
function readAbout(typed: string, about: RegExpExecArray | null, rate: Rate | null): PricedWords {
  const fen = fenOf(about?.[1] ?? (rate ? undefined : about?.[2]), rate)
  if (about === null || fen === null) return { words: typed, minFen: null, maxFen: null }
  const [least, most] = [(fen * 4n) / 500n, (fen * 6n + 499n) / 500n]
  return { words: without(typed.normalize('NFKC'), [about]), minFen: least * 100n, maxFen: most * 100n }
}

/** “from Lanzhou 2” and “over 60” say no price without a word for money. */
function moneyIn(found: RegExpExecArray | null): RegExpExecArray | null {
  return found && (found[1] ?? found[3]) !== undefined ? found : null
}

function fenOf(text: string | undefined, rate: Rate | null): bigint | null {
  const hundredths = parseYuan(text ?? '')
  if (hundredths === null || rate === null) return hundredths
  const yuanThen = (Number(hundredths) * rate.cnyPer100) / 10_000
  return BigInt(Math.round(yuanThen)) * 100n
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
