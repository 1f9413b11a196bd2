import { z } from 'zod'
import { message } from '~/platform/fields'
import { InvoiceFields } from './schema'
import { invoiceFaults } from './wanted-invoice'

const Texts = z.object({ invoiceTitle: z.string(), taxNumber: z.string(), invoiceEmail: z.string() })
/** Also while one of the fields is too long or cannot be kept; one that is no text at all (two of a name, a file) is no request that could be looked at. */
const whileTexts = { when: ({ value }: z.core.ParsePayload) => Texts.safeParse(value).success }

/** The fields of an invoice request with all that is wrong in it, so that it is mended in one go. */
export const InvoiceForm = InvoiceFields.superRefine((form, context) => {
  for (const { field, key, params } of invoiceFaults(form))
    context.addIssue({ code: 'custom', path: [field], message: message(key, params) })
}, whileTexts)
