import { z } from 'zod'
import { idField, textField } from '~/platform/fields'

/** The list of sellers at the desk: words, which ones, and how far down. */
export const DeskSellersSearch = z.object({
  q: z
    .string()
    .default('')
    .catch('')
    .transform((text) => text.trim().slice(0, 40)),
  show: z.enum(['open']).nullable().default(null).catch(null),
  after: z.uuid().nullable().default(null).catch(null),
})

/** One number, one reason. */
export const RevealForm = z.object({ personId: idField, reason: textField({ min: 4, max: 200 }) })

/** What was just done on a seller's page, said once. */
export const SellerSearch = z.object({
  done: z.enum(['link', 'verify', 'end', 'proposed', 'ended']).nullable().default(null).catch(null),
})
