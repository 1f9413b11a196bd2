import { formatCount, formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { wordOf } from './problem-words'
import type { AbroadCountry } from './send-abroad'

/** A country abroad as pages name it, with what is said of duties there. */
export type DestinationView = {
  code: string
  name: string
  duties: string[]
  /** a carrier there reads Latin letters alone */
  isLatin: boolean
  /** of a postcode there; null = none is asked for */
  postcodeExample: string | null
}

export function destinationView(country: AbroadCountry, locale: Locale): DestinationView {
  const t = translator(locale)
  const name = wordOf(locale, country.name)
  return {
    code: country.code,
    name,
    duties: [t('abroad.duties'), ...freeWords(country, locale)],
    isLatin: country.isLatin,
    postcodeExample: country.postcode?.example ?? null,
  }
}

/** Only what is known, with the day on which it was. */
function freeWords({ name, freeLimit }: AbroadCountry, locale: Locale): string[] {
  if (!freeLimit) return []
  const t = translator(locale)
  const told = { country: wordOf(locale, name), day: formatDay(locale, freeLimit.day, '') }
  if (freeLimit.units === 0) return [t('abroad.freeNone', told)]
  const limit = `${formatCount(freeLimit.units)} ${freeLimit.currency}`
  return [t('abroad.freeUpTo', { ...told, limit })]
}
