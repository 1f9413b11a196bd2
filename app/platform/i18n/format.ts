import { type Day, dayOf } from '~/platform/calendar'
import type { Locale } from './locale'

// made once: making one costs many times what it takes to write with it
const dayInYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const dayWithYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Shanghai',
})
const counts = new Intl.NumberFormat('en-GB')

const startOf = (day: Day) => new Date(`${day}T00:00:00Z`)

/** 11 月 25 日 / 25 November. With the year when it is not the given one. */
export function formatDay(locale: Locale, day: Day, thisYear?: string): string {
  const [year = '', monthOfYear = '', date = ''] = day.split('-')
  const sameYear = thisYear === undefined || thisYear === year
  if (locale === 'zh-CN')
    return `${sameYear ? '' : `${Number(year)} 年 `}${Number(monthOfYear)} 月 ${Number(date)} 日`
  return (sameYear ? dayInYear : dayWithYear).format(startOf(day))
}

/** 11 月 25 日 14:05 / 25 November, 14:05, in Lanzhou's time. */
export function formatInstant(locale: Locale, instant: Date): string {
  const day = formatDay(locale, dayOf(instant))
  return `${day}${locale === 'zh-CN' ? '' : ','} ${time.format(instant)}`
}

/** The same where it may be read in any country: 11 月 25 日 14:05 / 25 November, 14:05 Beijing time. */
export function formatBeijingTime(locale: Locale, instant: Date): string {
  return `${formatInstant(locale, instant)}${locale === 'zh-CN' ? '' : ' Beijing\u00a0time'}`
}

/** 2026 年 11 月 / November 2026, of any day in it. */
export function formatMonth(locale: Locale, day: Day): string {
  const [year = '', monthOfYear = ''] = day.split('-')
  return locale === 'zh-CN' ? `${Number(year)} 年 ${Number(monthOfYear)} 月` : month.format(startOf(day))
}

/** 1,234 in both languages. */
export function formatCount(count: number): string {
  return counts.format(count)
}

/** before a sum below nothing, as ui/price writes it; files for machines keep their hyphen */
const minus = '−'

/** ¥1,234.50 / CN¥1,234.50 from fen; exact, never rounded. For text; pictures of prices use ui/price. */
export function formatMoney(locale: Locale, fen: number): string {
  const sign = fen < 0 ? minus : ''
  return `${sign}${locale === 'zh-CN' ? '¥' : 'CN¥'}${formatYuan(Math.abs(fen))}`
}

/** 1,234.50 from fen, for the columns of a table whose header names the unit. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? minus : ''
  const size = Math.abs(fen)
  return `${sign}${formatCount(Math.trunc(size / 100))}.${String(size % 100).padStart(2, '0')}`
}
