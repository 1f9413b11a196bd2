import { z } from 'zod'
import type { Day } from '~/platform/calendar'
import { idField, isDay, message, textField } from '~/platform/fields'
import { parseYuan } from '~/platform/money'

/** More than a household is given at once. */
export const mostFen = 100_000_000n

const dayField = z
  .string()
  .default('')
  .transform((text, context): Day => {
    const day = text.normalize('NFKC').trim()
    if (!isDay(day)) context.addIssue({ code: 'custom', message: message('assistance.badDay') })
    return day
  })

const amountField = z
  .string()
  .default('')
  .transform((text, context) => {
    const fen = parseYuan(text)
    if (fen === null || fen <= 0n || fen > mostFen)
      context.addIssue({ code: 'custom', message: message('assistance.badAmount') })
    return fen ?? 0n
  })

/** What one paper says a household was given. */
export const EnterForm = z.object({
  kind: z.string().regex(/^[a-z0-9_]{1,40}$/),
  amount: amountField,
  receivedOn: dayField,
  document: textField({ min: 2, max: 80 }),
})
export type Entered = z.output<typeof EnterForm>

export const CrossOutForm = z.object({ assistanceId: idField, why: textField({ min: 2, max: 200 }) })

export const ListForm = z.object({ file: z.file({ error: () => message('attachment.none') }) })
