import { type BankTemplateCode, bankTemplateCodes, bankTemplates } from './bank-templates'

/** How a batch reaches its sellers: as a file in a layout of the operator's bank, or by transfers of the payment provider. */
export const payoutWays = [...bankTemplateCodes, 'stripe'] as const
export type PayoutWay = BankTemplateCode | 'stripe'

/** Lines of one batch at most, so that approving it stays one short transaction; who does not fit waits for the next one. */
const batchLimit = 100

/** Lines that a batch of this kind may have. */
export function rowLimitOf(way: PayoutWay): number {
  return way === 'stripe' ? batchLimit : Math.min(batchLimit, bankTemplates[way].rowLimit)
}

/** What one payment may be at most, fen; null: no limit. */
export function amountLimitOf(way: PayoutWay): bigint | null {
  return way === 'stripe' ? null : bankTemplates[way].amountLimitFen
}
