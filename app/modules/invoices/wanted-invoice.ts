import { Refusal } from '~/platform/errors'
import type { InvoiceContent, InvoiceFields } from './schema'
import { isTaxNumber, normaliseTaxNumber } from './tax-number'

export type WantedInvoice = { kind: 'personal' | 'company'; content: InvoiceContent }

const emailPattern = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[A-Za-z]{2,}$/

/**
 * The invoice that a form asks for; null = none. Refuses (422, beside its field) a company without its name or with a number that is no
 * 统一社会信用代码, and an address that no e-mail reaches. A person may leave her name out: 个人.
 */
export function wantedInvoice({
  invoiceKind,
  invoiceTitle,
  taxNumber,
  invoiceEmail,
}: InvoiceFields): WantedInvoice | null {
  if (invoiceKind === 'none') return null
  const email = invoiceEmail.normalize('NFKC')
  const isCompany = invoiceKind === 'company'
  if (isCompany && invoiceTitle.length < 2) throw refusal('invoice.needTitle', 'invoiceTitle')
  const number = isCompany ? taxNumberOf(taxNumber) : null
  if (!emailPattern.test(email)) throw refusal('invoice.badEmail', 'invoiceEmail')
  return { kind: invoiceKind, content: { title: invoiceTitle || '个人', taxNumber: number, email } }
}

function taxNumberOf(text: string): string {
  const number = normaliseTaxNumber(text)
  if (number.length !== 18)
    throw new Refusal('invoice.taxNumberLength', 422, { actual: number.length }, 'taxNumber')
  if (!isTaxNumber(number)) throw refusal('invoice.taxNumberWrong', 'taxNumber')
  return number
}

function refusal(key: 'invoice.needTitle' | 'invoice.badEmail' | 'invoice.taxNumberWrong', field: string) {
  return new Refusal(key, 422, {}, field)
}
