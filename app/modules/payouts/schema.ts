import { z } from 'zod'
import { choiceField, idField, message, phoneField, textField } from '~/platform/fields'
import { parseYuan } from '~/platform/money'
import { arrangements } from './arrangements'
import { payoutWays } from './ways'

/** Giving up a batch says why: the words stand in its story. */
export const CancelForm = z.object({ reason: textField({ min: 2, max: 200 }) })

/** The next batch, as the screen showed it. */
export const PrepareForm = z.object({ way: choiceField(payoutWays) })

/** The bank's notice that a payment was sent back. */
export const ReturnForm = z.object({ lineId: idField, reason: textField({ min: 2, max: 200 }) })

/** An amount in yuan, above nothing, as fen. */
const amountField = z
  .string()
  .default('')
  .transform((text, context) => {
    const fen = parseYuan(text) ?? 0n
    if (fen === 0n) context.addIssue({ code: 'custom', message: message('payout.badAmount') })
    return fen
  })

/** What is asked back of a transfer. */
export const ReversalForm = z.object({ lineId: idField, amount: amountField })

/** Which lawful set-up applies, what proves it, and the day on that paper. */
export const ArrangementForm = z.object({
  arrangement: choiceField(arrangements),
  evidence: textField({ min: 4, max: 500 }),
  dated: z
    .string()
    .default('')
    .refine((text) => /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text), {
      error: () => message('errors.required'),
    }),
})

/** The heir is her … */
export const heirRelations = ['spouse', 'child', 'parent', 'sibling', 'other'] as const

/** Whose balance passes to whom, why, and the paper that proves it. */
export const ProposeSuccessionForm = z.object({
  partyId: idField,
  heirName: textField({ min: 2, max: 40 }),
  heirPhone: phoneField,
  relation: choiceField(heirRelations),
  note: textField({ min: 4, max: 300 }),
  evidence: z.file({ error: () => message('attachment.none') }),
})

export const DecideSuccessionForm = z.object({ successionId: idField })

/** A form of one button. */
export const ButtonForm = z.object({})

/** How the next batch is paid, which rows the payouts page opens, and how far down its list of batches. */
export const PayoutsSearch = z.object({
  /** how the next batch is to be paid */
  way: z.enum(payoutWays).default('standard').catch('standard'),
  rows: z.enum(['in_transit', 'paid']).nullable().default(null).catch(null),
  before: z.uuid().nullable().default(null).catch(null),
})

/** The bank's answer; what is in the file is checked by readResult. */
export const ImportForm = z.object({ file: z.file({ error: () => message('payout.importNoFile') }) })

/** What the last import brought, said once on the batch's page: `same` when all of it was booked before. */
export const BatchSearch = z.object({
  imported: z.enum(['new', 'same']).nullable().default(null).catch(null),
})
