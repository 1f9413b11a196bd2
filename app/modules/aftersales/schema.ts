import { z } from 'zod'
import { idField, textField, tickField } from '~/platform/fields'

/** The buyer cancels one parcel; a word why is hers to give or not. */
export const CancelParcelForm = z.object({ sellerOrderId: idField, note: textField({ max: 200 }) })

/** The maker cannot make or send it: the buyer reads why. */
export const CannotMakeForm = z.object({ note: textField({ min: 2, max: 200 }), backInStock: tickField })

/** A button without fields: she begins to make it. */
export const StartForm = z.object({})
