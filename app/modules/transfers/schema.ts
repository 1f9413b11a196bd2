import { z } from 'zod'
import { bankRefOf } from '~/modules/payments/bank-ref'
import { OrderParams } from '~/paths'
import { idField, message, textField, tickField } from '~/platform/fields'
import { parseYuan } from '~/platform/money'

/** The file of a slip; what is in it is judged by keepAttachment. */
export const SlipForm = z.object({ slip: z.file({ error: () => message('attachment.none') }) })

/** A form of one button. */
export const ButtonForm = z.object({})

/** The bank's number of a booking, as it stands on the statement. */
const bankRefField = z
  .string()
  .default('')
  .transform((text, context) => {
    const ref = bankRefOf(text)
    if (text.trim() === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (ref === '' || ref !== text.normalize('NFKC').replace(/\s/g, ''))
      context.addIssue({ code: 'custom', message: message('transfer.refBad') })
    return ref
  })

/** What the bank has booked. */
export const RecordForm = z.object({
  /** '' when no slip waited */
  slipId: z
    .union([idField, z.literal('')])
    .default('')
    .transform((id) => (id === '' ? null : id)),
  seen: z.coerce.number().int().min(0),
  amount: z
    .string()
    .default('')
    .transform((text, context) => {
      const fen = parseYuan(text) ?? 0n
      if (fen === 0n) context.addIssue({ code: 'custom', message: message('transfer.badAmount') })
      return fen
    }),
  isOther: tickField,
  receivedOn: z.iso.date({ error: () => message('transfer.badDay') }),
  bankRef: bankRefField,
})

export const RefuseForm = z.object({ slipId: idField, reason: textField({ min: 2, max: 200 }) })

/** The attempt whose money goes back. */
export const BackForm = z.object({ arrivalId: idField })

/** An order's number to look for. */
export const FindForm = z.object({
  number: z
    .string()
    .default('')
    .transform((text, context) => {
      const number = text.normalize('NFKC').trim()
      if (number === '') context.addIssue({ code: 'custom', message: message('errors.required') })
      else if (!OrderParams.shape.number.safeParse(number).success)
        context.addIssue({ code: 'custom', message: message('transfer.badNumber') })
      return number
    }),
})

/** What was done, said once. */
export const TransferSearch = z.object({
  said: z.enum(['paid', 'set_aside', 'going_back', 'refused', 'back']).nullable().default(null).catch(null),
})
