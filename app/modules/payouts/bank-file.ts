import { stringify } from 'csv-stringify/sync'
import { encodeGb18030 } from '~/platform/gb18030'
import { sum } from '~/platform/money'
import type { BankFileLine, BankTemplate } from './bank-templates'

type FileInput = { template: BankTemplate; number: string; lines: readonly BankFileLine[] }

/**
 * The bank's batch file in a layout of bank-templates, CRLF. The same lines give the same bytes.
 *
 * Account numbers keep all their digits: Excel turns nineteen digits into a rounded number even inside quotes, so in a table the value begins with a tab, which
 * makes it text there and which banks' imports trim. ="…" would also work in Excel, but is a formula, and banks read it literally.
 */
export function writeBankFile({ template, number, lines }: FileInput): Buffer {
  const rows = lines.map((line) =>
    template.columns.map(({ kind, cell }) => {
      const text = oneLine(cell(line, number), template.delimiter)
      return kind === 'account' ? asText(text) : kind === 'text' ? safeCell(text) : text
    }),
  )
  for (const { accountNumber } of lines) refuseOddNumber(accountNumber)
  const control = template.control?.row(number, lines.length, sum(lines.map(({ amountFen }) => amountFen)))
  const head = template.titled ? [template.columns.map(({ title }) => title)] : []
  const above = control && template.control?.place === 'first' ? [control] : []
  const below = control && template.control?.place === 'last' ? [control] : []
  const text = stringify([...above, ...head, ...rows, ...below], {
    delimiter: template.delimiter,
    bom: template.encoding === 'utf8_bom',
    quoted: template.quoted,
    record_delimiter: '\r\n',
  })
  return template.encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8')
}

/** Anything but digits is a fault of the record. */
function refuseOddNumber(accountNumber: string): void {
  if (!/^\d{8,32}$/.test(accountNumber)) throw new Error('an account number is 8 to 32 digits')
}

/** Digits that a spreadsheet must not count with. */
function asText(accountNumber: string): string {
  return `\t${accountNumber}`
}

/** Line ends become spaces, and so does what would divide a cell in a file that has no quotes around it. */
function oneLine(text: string, delimiter: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim()
  return delimiter === ',' ? line : line.replaceAll(delimiter, ' ')
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead (OWASP, CSV injection). */
function safeCell(text: string): string {
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
}
