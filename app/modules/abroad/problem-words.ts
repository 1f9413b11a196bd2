import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { AbroadProblem, AbroadQuote, Words } from './send-abroad'

/** Of two languages hers. */
export function wordOf(locale: Locale, { zh, en }: Words): string {
  return locale === 'en' ? en : zh
}

/** One sentence: why a piece, or its parcel, cannot go there. */
export function problemWords(problem: AbroadProblem, t: Translate, locale: Locale): string {
  const country = wordOf(locale, problem.country)
  switch (problem.kind) {
    case 'blocked':
      return t('abroad.blocked', { country, reason: wordOf(locale, problem.reason) })
    case 'too_heavy':
      return t('abroad.too_heavy', {
        country,
        weight: weightWords(problem.grams, t),
        most: weightWords(problem.mostGrams, t),
      })
    default:
      return t(`abroad.${problem.kind}`, { country })
  }
}

/** 480 g, 2.26 kg. */
export function weightWords(grams: number, t: Translate): string {
  return grams < 1000 ? t('abroad.grams', { count: grams }) : t('abroad.kilograms', { count: grams / 1000 })
}

/** "e-packet, 10–20 days on the way" */
export function serviceWords(
  { service, daysFrom, daysTo }: Pick<AbroadQuote, 'service' | 'daysFrom' | 'daysTo'>,
  t: Translate,
): string {
  return t('abroad.by', { service: t(`abroad.service_${service}`), from: daysFrom, to: daysTo })
}

/** "can be followed on its way" */
export function trackedWords(isTracked: boolean, t: Translate): string {
  return t(isTracked ? 'abroad.tracked' : 'abroad.untracked')
}

/** "2.26 kg packed" */
export function weighedWords(grams: number, t: Translate): string {
  return t('abroad.weighs', { weight: weightWords(grams, t) })
}
