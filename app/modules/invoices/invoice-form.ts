import { message } from '~/platform/fields'
import { InvoiceFields } from './schema'
import { invoiceFaults } from './wanted-invoice'

/** The fields of an invoice request with all that is wrong in it, so that it is mended in one go. */
export const InvoiceForm = InvoiceFields.superRefine((form, context) => {
  for (const { field, key, params } of invoiceFaults(form))
    context.addIssue({ code: 'custom', path: [field], message: message(key, params) })
})
