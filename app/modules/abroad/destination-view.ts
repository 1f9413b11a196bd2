import { formatCount, formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { vatRuleOf } from './import-vat'
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
  const name = wordOf(locale, country.name)
  return {
    code: country.code,
    name,
    duties: dutiesWords(country, locale),
    isLatin: country.isLatin,
    postcodeExample: country.postcode?.example ?? null,
  }
}

/** Who pays what when a parcel arrives, and what is known of its country. */
function dutiesWords(country: AbroadCountry, locale: Locale): string[] {
  const t = translator(locale)
  const rule = vatRuleOf(country.code)
  const vat = rule && {
    country: wordOf(locale, country.name),
    day: formatDay(locale, rule.since, ''),
    source: wordOf(locale, rule.source),
  }
  return [t('abroad.duties'), ...freeWords(country, locale), ...(vat ? [t('abroad.vatFromFirst', vat)] : [])]
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
