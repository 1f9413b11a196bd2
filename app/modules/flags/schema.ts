import { z } from 'zod'
import { idField, message, textField } from '~/platform/fields'

/** The ways in which a buyer can be close to a seller, as the database names them (constraint OrderFlag_signs). */
export const flagSigns = ['account', 'phone', 'household', 'address', 'device', 'staff'] as const
export type FlagSign = (typeof flagSigns)[number]

export const DecideFlagForm = z.object({
  sellerOrderId: idField,
  decision: z.enum(['counted', 'left_out']),
  reason: textField({ min: 2, max: 200 }),
})

/** A ticked sale: its id, and the number by which the answer names it. */
const pickField = z
  .string()
  .regex(/^[\da-f-]{36}:[\d-]{1,20}$/)
  .transform((text) => {
    const [sellerOrderId = '', orderNumber = ''] = text.split(':')
    return { sellerOrderId, orderNumber }
  })
export type FlagPick = z.output<typeof pickField>

/** One reason for all that are ticked. */
export const LeaveOutForm = z.object({
  picks: z
    .array(pickField)
    .min(1, { error: message('flags.tickOne') })
    .max(200)
    .prefault([]),
  bulkReason: textField({ min: 2, max: 200 }),
})

/** Said once after a decision. */
export const FlagsSearch = z.object({
  said: z.enum(['counted', 'left_out']).nullable().default(null).catch(null),
})
