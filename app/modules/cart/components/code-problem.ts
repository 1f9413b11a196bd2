import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { CartPromotion } from '../cart-view'

const texts = {
  unknown: 'promotion.unknown',
  used_up: 'promotion.usedUp',
  not_for_these: 'promotion.notForThese',
  outdone: 'promotion.outdone',
} as const

/** Why the code in the basket takes nothing off now; undefined while it does, or there is none. */
export function codeProblem({ problem }: CartPromotion, t: Translate, locale: Locale): string | undefined {
  if (!problem) return undefined
  return problem.kind === 'below'
    ? t('promotion.below', { amount: formatMoney(locale, problem.missingFen) })
    : t(texts[problem.kind])
}
