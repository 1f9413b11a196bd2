import { formatBeijingTime } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { CartProblem } from '../cart-view'

/** What keeps a line from being bought, and what to do about it. */
export function problemText(problem: CartProblem, t: Translate, locale: Locale): string {
  if (problem.kind === 'held')
    return t('shop.problemHeld', { time: formatBeijingTime(locale, new Date(problem.until)) })
  if (problem.kind === 'only') return t('shop.problemOnly', { most: problem.most })
  if (problem.kind === 'abroad') return problem.text
  if (problem.kind === 'unanswered') return t('shop.problemUnanswered')
  return problem.kind === 'sold_out' ? t('shop.problemSoldOut') : t('shop.problemOffSale')
}
