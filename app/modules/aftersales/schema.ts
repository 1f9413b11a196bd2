import { z } from 'zod'
import { choiceField, idField, message, optionalIntegerField, textField, tickField } from '~/platform/fields'
import { parseYuan } from '~/platform/money'

/** The buyer cancels one parcel; a word why is hers to give or not. */
export const CancelParcelForm = z.object({ sellerOrderId: idField, note: textField({ max: 200 }) })

/** The maker cannot make or send it: the buyer reads why. */
export const CannotMakeForm = z.object({ note: textField({ min: 2, max: 200 }), backInStock: tickField })

/** A button without fields: she begins to make it. */
export const StartForm = z.object({})

/** Yuan with at most two decimals, as fen; empty = nothing. */
const amountField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return 0n
    const fen = parseYuan(text)
    if (fen === null) context.addIssue({ code: 'custom', message: message('errors.badMoney') })
    return fen ?? 0n
  })

/** Finance gives back pieces, amounts and postage of one parcel. */
export const RefundForm = z.object({
  lines: z
    .array(
      z.object({ id: idField, quantity: optionalIntegerField({ min: 0, max: 9999 }), amount: amountField }),
    )
    .max(200)
    .default([]),
  postage: amountField,
  bearer: choiceField(['seller', 'platform']),
  /** the provider's time is over: sent by hand from the bank */
  byBank: tickField,
  reason: textField({ min: 2, max: 200 }),
})
export type RefundInput = z.output<typeof RefundForm>

/** A refund that is to be sent by hand from the bank, or whose buyer is to be asked for an account. */
export const RefundRowForm = z.object({ refundId: idField })

/** The bank's own number of a booking, as statements print it: digits, letters and dashes. */
const bankRefField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').replace(/[^\dA-Za-z-]/g, '')
    if (clean === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (clean.length > 64)
      context.addIssue({
        code: 'custom',
        message: message('errors.tooLong', { max: 64, actual: clean.length }),
      })
    return clean
  })

/** A refund that was sent by hand from the bank: under which number, and on which day. */
export const SentByBankForm = z.object({
  refundId: idField,
  bankRef: bankRefField,
  sentOn: z.iso.date({ error: () => message('errors.required') }),
})

/** What the last act on the list of refunds brought, said once. */
export const RefundsSearch = z.object({
  said: z.enum(['sent', 'resent']).nullable().default(null).catch(null),
})
