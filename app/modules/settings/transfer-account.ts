import { z } from 'zod'

const line = z.string().trim().min(1).max(100)

/** The operator's account for transfers from company or private accounts (对公转账), as buyers read it. Value of the setting `payments.transferAccount`. */
export const TransferAccount = z.object({
  holder: z.object({ 'zh-CN': line, en: line }),
  bank: z.object({ 'zh-CN': line, en: line }),
  /** digits, as they are typed into a transfer */
  number: z.string().regex(/^\d{8,32}$/),
})

export type TransferAccount = z.output<typeof TransferAccount>

/** "6200 0000 0000 0001": in fours, as it is read from a paper. */
export function inFours(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}
