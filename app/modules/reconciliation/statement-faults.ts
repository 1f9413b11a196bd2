import type { Translate } from '~/platform/i18n/translate'
import type { StatementFault } from './read-statement'

/** Faults told at most; the count above them is of all. */
const told = 50

/** The faults of a statement in words, each with its row, under one sentence. */
export function statementFaults(faults: readonly StatementFault[], t: Translate) {
  return {
    refusal: t('reconciliation.importFaults', { count: faults.length }),
    faults: faults.slice(0, told).map(({ row, key, params }) => {
      const text = t(key, params)
      return row === 0 ? text : t('reconciliation.importRow', { row, text })
    }),
  }
}
