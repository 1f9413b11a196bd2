import { z } from 'zod'
import { textField } from '~/platform/fields'

/** Giving up a batch says why: the words stand in its story. */
export const CancelForm = z.object({ reason: textField({ min: 2, max: 200 }) })

/** A form of one button. */
export const ButtonForm = z.object({})

/** Which rows the payouts page opens, and how far down its list of batches. */
export const PayoutsSearch = z.object({
  rows: z.enum(['in_transit', 'paid']).nullable().default(null).catch(null),
  before: z.uuid().nullable().default(null).catch(null),
})
