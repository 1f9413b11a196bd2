import type { Translate } from '~/platform/i18n/translate'
import type { ResultFault } from './read-result'

/** Faults told at most; the count above them is of all. */
const told = 50

/** The faults of a result file in words, each with its row. */
export function faultTexts(faults: readonly ResultFault[], t: Translate): string[] {
  return faults.slice(0, told).map(({ row, key, params }) => {
    const text = t(key, params)
    return row === 0 ? text : t('payout.importRow', { row, text })
  })
}
