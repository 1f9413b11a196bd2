import { z } from 'zod'
import { ShipForm } from '~/modules/orders/schema'
import { idField, message } from '~/platform/fields'

/** Parts that were ticked: at least one, at most as many as a list shows. */
const partsField = z
  .array(idField)
  .max(100)
  .default([])
  .refine((parts) => parts.length > 0, { error: () => message('collection.pickSome') })

/** A button without fields: hand it to the base, take it back. */
export const CollectionForm = z.object({})

export const ReceiveForm = z.object({ part: partsField })

export const GiveBackForm = z.object({ part: idField })

/** Several parcels may go with one number. */
export const SendForm = z.intersection(z.object({ part: partsField }), ShipForm)

/** What has just been done, said once. */
export const CollectionSearch = z.object({
  done: z.enum(['received', 'sent', 'returned']).nullable().default(null).catch(null),
})
