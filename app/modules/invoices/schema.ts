import { z } from 'zod'
import { idField, message, textField } from '~/platform/fields'

/** What checkout and an order's page ask about the invoice; whether it is complete says wantedInvoice. */
export const InvoiceFields = z.object({
  /** null: nothing was chosen, which is no invoice as long as nothing is filled in below it */
  invoiceKind: z.enum(['none', 'personal', 'company']).nullable().default(null).catch(null),
  invoiceTitle: textField({ max: 60 }),
  taxNumber: textField({ max: 40 }),
  invoiceEmail: textField({ max: 80 }),
})
export type InvoiceFields = z.output<typeof InvoiceFields>

/** What is sealed in Invoice.cipher. */
export const InvoiceContent = z.object({
  title: z.string(),
  /** 18 characters; null for a person */
  taxNumber: z.string().nullable(),
  email: z.string(),
})
export type InvoiceContent = z.output<typeof InvoiceContent>

/** A row of finance's list. */
export const InvoiceRowForm = z.object({ orderId: idField })

/** As it is printed on the invoice: 20 digits today, 8 on older ones. */
const invoiceNumberField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').replace(/\s/g, '')
    if (!/^\d{8,20}$/.test(clean)) context.addIssue({ code: 'custom', message: message('invoice.badNumber') })
    return clean
  })

export const IssueForm = InvoiceRowForm.extend({
  number: invoiceNumberField,
  issuedOn: z.iso.date({ error: () => message('errors.required') }),
  /** the amount that stood on the page when she made it out, fen */
  amountFen: z.string().regex(/^\d{1,12}$/),
})

export const InvoicesSearch = z.object({
  said: z.enum(['issued']).nullable().default(null).catch(null),
})
