import type { Translate } from '~/platform/i18n/translate'
import type { CartProblem } from '../cart-view'

/** What keeps a line from being bought, and what to do about it. */
export function problemText(problem: CartProblem, t: Translate): string {
  if (problem.kind === 'only') return t('shop.problemOnly', { most: problem.most })
  if (problem.kind === 'abroad') return problem.text
  if (problem.kind === 'unanswered') return t('shop.problemUnanswered')
  return problem.kind === 'sold_out' ? t('shop.problemSoldOut') : t('shop.problemOffSale')
}
