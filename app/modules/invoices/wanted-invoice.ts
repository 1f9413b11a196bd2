import { Refusal } from '~/platform/errors'
import type { MessageParams } from '~/platform/i18n/translate'
import type { InvoiceContent, InvoiceFields } from './schema'
import { isTaxNumber, normaliseTaxNumber } from './tax-number'

export type WantedInvoice = { kind: 'personal' | 'company'; content: InvoiceContent }

const emailPattern = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[A-Za-z]{2,}$/

type InvoiceFault = {
  field: keyof InvoiceFields
  key:
    | 'invoice.needKind'
    | 'invoice.needTitle'
    | 'invoice.taxNumberLength'
    | 'invoice.taxNumberWrong'
    | 'invoice.needEmail'
    | 'invoice.badEmail'
  params: MessageParams
}

/**
 * What is wrong in an invoice request, in the order of its fields: something filled in without a word for whom, a company without its name or with a number that is no 统一社会信用代码, an address that no
 * e-mail reaches.
 */
export function invoiceFaults(form: InvoiceFields): InvoiceFault[] {
  if (form.invoiceKind === 'none') return []
  if (form.invoiceKind === null)
    return form.invoiceTitle || form.taxNumber || form.invoiceEmail
      ? [{ field: 'invoiceKind', key: 'invoice.needKind', params: {} }]
      : []
  const faults: InvoiceFault[] = []
  if (form.invoiceKind === 'company') {
    const number = normaliseTaxNumber(form.taxNumber)
    if (form.invoiceTitle.length < 2)
      faults.push({ field: 'invoiceTitle', key: 'invoice.needTitle', params: {} })
    if (number.length !== 18)
      faults.push({ field: 'taxNumber', key: 'invoice.taxNumberLength', params: { actual: number.length } })
    else if (!isTaxNumber(number))
      faults.push({ field: 'taxNumber', key: 'invoice.taxNumberWrong', params: {} })
  }
  if (!emailPattern.test(emailOf(form)))
    faults.push({
      field: 'invoiceEmail',
      key: form.invoiceEmail === '' ? 'invoice.needEmail' : 'invoice.badEmail',
      params: {},
    })
  return faults
}

/** The invoice that a form asks for; null = none. Refuses (422, beside its field) the first of its faults. A person may leave her name out: 个人. */
export function wantedInvoice(form: InvoiceFields): WantedInvoice | null {
  const [fault] = invoiceFaults(form)
  if (fault) throw new Refusal(fault.key, 422, fault.params, fault.field)
  if (form.invoiceKind === null || form.invoiceKind === 'none') return null
  const taxNumber = form.invoiceKind === 'company' ? normaliseTaxNumber(form.taxNumber) : null
  return {
    kind: form.invoiceKind,
    content: { title: form.invoiceTitle || '个人', taxNumber, email: emailOf(form) },
  }
}

function emailOf({ invoiceEmail }: InvoiceFields): string {
  return invoiceEmail.normalize('NFKC')
}
