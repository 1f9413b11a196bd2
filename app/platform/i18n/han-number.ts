import type { Day } from '~/platform/calendar'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const places = ['', '十', '百', '千'] as const

/** A whole number from 1 to 99,999,999 in Chinese numerals, for vertical text: 二十四, 一千二百八十, 二万零三百. */
export function hanNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99_999_999) {
    throw new RangeError('Chinese numerals go from 1 to 99,999,999')
  }
  const upper = Math.floor(number / 10_000)
  const lower = number % 10_000
  const bridge = upper > 0 && lower > 0 && lower < 1000 ? '零' : ''
  const text = `${upper > 0 ? `${fourDigits(upper)}万` : ''}${bridge}${lower > 0 ? fourDigits(lower) : ''}`
  return text.startsWith('一十') ? text.slice(1) : text
}

function fourDigits(number: number): string {
  const figures = [...String(number)].map(Number)
  const words = figures.map((figure, index) =>
    figure === 0 ? '零' : `${digits[figure]}${places[figures.length - 1 - index]}`,
  )
  return words.join('').replace(/零+/g, '零').replace(/零$/, '')
}

/** 十一月二十二日 */
export function hanDay(day: Day): string {
  return `${hanNumber(Number(day.slice(5, 7)))}月${hanNumber(Number(day.slice(8, 10)))}日`
}

/** 三百六十八元, 六十八元五角, 九角: an amount in fen as it is said; under one million yuan. */
export function hanYuan(fen: number): string {
  const yuan = Math.trunc(fen / 100)
  const jiao = Math.trunc((fen % 100) / 10)
  const rest = fen % 10
  return [
    yuan > 0 ? `${hanNumber(yuan)}元` : '',
    jiao > 0 ? `${digits[jiao]}角` : yuan > 0 && rest > 0 ? '零' : '',
    rest > 0 ? `${digits[rest]}分` : '',
  ].join('')
}
