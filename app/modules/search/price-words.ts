import { parseYuan } from '~/platform/money'

/** A price somebody typed among the words, and the words without it. */
export type PricedWords = { words: string; minFen: bigint | null; maxFen: bigint | null }

const yuan = '(?:元|块钱?|yuan|rmb|cny)'
const range = new RegExp(`[¥￥]?(\\d{1,6})\\s*(?:[-–~～]|到|至|to)\\s*[¥￥]?(\\d{1,6})\\s*${yuan}`, 'iu')
const most = new RegExp(
  `(\\d{1,6})\\s*${yuan}?\\s*(?:以下|以内|之内|内)|(?:under|below|up to|less than)\\s*(?:cn)?[¥￥]?\\s*(\\d{1,6})(?!\\d)\\s*${yuan}?`,
  'iu',
)
const least = new RegExp(
  `(\\d{1,6})\\s*${yuan}?\\s*以上|(?:over|above|from|more than)\\s*(?:cn)?[¥￥]\\s*(\\d{1,6})(?!\\d)`,
  'iu',
)

/** “50元以下 香包” is a price and a word: no piece has the price among its words. */
export function readPriceWords(typed: string): PricedWords {
  for (const [pattern, bounds] of [
    [range, ([low, high]: Found) => ({ minFen: fen(low), maxFen: fen(high) })],
    [most, ([one, other]: Found) => ({ minFen: null, maxFen: fen(one ?? other) })],
    [least, ([one, other]: Found) => ({ minFen: fen(one ?? other), maxFen: null })],
  ] as const) {
    const found = pattern.exec(typed)
    if (found) return { words: without(typed, found[0]), ...bounds(found.slice(1)) }
  }
  return { words: typed, minFen: null, maxFen: null }
}

type Found = readonly (string | undefined)[]

function fen(text: string | undefined): bigint | null {
  return parseYuan(text ?? '')
}

function without(typed: string, part: string): string {
  return typed
    .replace(part, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^的|的$/gu, '')
}
