import { addDays, type Day } from '~/platform/calendar'
import { formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'

/** A day with its year, kept on one line by no-break spaces. */
export function fullDay(locale: Locale, day: Day): string {
  return formatDay(locale, day, '').replaceAll(' ', '\u00a0')
}

/** "2014 年 6 月 1 日起", or up to the last day on which it held (`to` is the first on which it no longer does). */
export function dayRange(t: Translate, locale: Locale, { from, to }: { from: Day; to: Day | null }): string {
  const begin = fullDay(locale, from)
  return to === null
    ? t('household.since', { from: begin })
    : t('household.range', { from: begin, to: fullDay(locale, addDays(to, -1)) })
}
