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

/** A refund that is sent, or was sent, by hand from the bank. */
export const BankRefundForm = z.object({ refundId: idField })
