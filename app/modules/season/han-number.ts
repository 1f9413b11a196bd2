import type { Day } from '~/platform/calendar'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A number from 1 to 99 in Chinese numerals, for vertical text: 二十四. */
export function hanNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new RangeError('Chinese numerals go from 1 to 99')
  const tens = Math.floor(number / 10)
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`}${digits[number % 10]}`
}

/** 十一月二十二日 */
export function hanDay(day: Day): string {
  return `${hanNumber(Number(day.slice(5, 7)))}月${hanNumber(Number(day.slice(8, 10)))}日`
}
