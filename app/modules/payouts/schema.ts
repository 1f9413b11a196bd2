import { z } from 'zod'
import { message, textField } from '~/platform/fields'

/** Giving up a batch says why: the words stand in its story. */
export const CancelForm = z.object({ reason: textField({ min: 2, max: 200 }) })

/** A form of one button. */
export const ButtonForm = z.object({})

/** Which rows the payouts page opens, and how far down its list of batches. */
export const PayoutsSearch = z.object({
  rows: z.enum(['in_transit', 'paid']).nullable().default(null).catch(null),
  before: z.uuid().nullable().default(null).catch(null),
})

/** The bank's answer; what is in the file is checked by readResult. */
export const ImportForm = z.object({ file: z.file({ error: () => message('payout.importNoFile') }) })

/** What the last import brought, said once on the batch's page: `same` when all of it was booked before. */
export const BatchSearch = z.object({
  imported: z.enum(['new', 'same']).nullable().default(null).catch(null),
})
