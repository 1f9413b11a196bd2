import { z } from 'zod'
import { idField, textField } from '~/platform/fields'

/** The ways in which a buyer can be close to a seller, as the database names them (constraint OrderFlag_signs). */
export const flagSigns = ['account', 'phone', 'household', 'address', 'staff'] as const
export type FlagSign = (typeof flagSigns)[number]

export const DecideFlagForm = z.object({
  sellerOrderId: idField,
  decision: z.enum(['counted', 'left_out']),
  reason: textField({ min: 2, max: 200 }),
})

/** Said once after a decision. */
export const FlagsSearch = z.object({
  said: z.enum(['counted', 'left_out']).nullable().default(null).catch(null),
})
