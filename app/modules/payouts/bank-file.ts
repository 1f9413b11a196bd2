import { stringify } from 'csv-stringify/sync'
import { sum, toYuan } from '~/platform/money'

/** One payment as the bank is told it. */
export type BankFileLine = {
  seq: number
  holder: string
  accountNumber: string
  bankName: string
  amountFen: bigint
}

const header = ['序号', '户名', '账号', '开户行', '金额', '用途', '附言']

/** What the money is for, as banks ask it on a batch. */
const purpose = '货款'

/**
 * The bank's batch file: UTF-8 with BOM, CRLF, every cell quoted, amounts in yuan with two decimals, and a control row 合计 with count and sum at the end.
 * The same lines give the same bytes.
 *
 * Account numbers keep all their digits: Excel turns nineteen digits into a rounded number even inside quotes, so the value begins with a tab, which makes it
 * text there and which banks' imports trim. ="…" would also work in Excel, but is a formula, and banks read it literally.
 */
export function writeBankFile(number: string, lines: readonly BankFileLine[]): Buffer {
  const rows = lines.map((line) => [
    String(line.seq),
    safeCell(line.holder),
    asText(line.accountNumber),
    safeCell(line.bankName),
    toYuan(line.amountFen),
    purpose,
    `陇原巧手 ${number} 第 ${line.seq} 行`,
  ])
  const total = toYuan(sum(lines.map(({ amountFen }) => amountFen)))
  const control = ['合计', `${lines.length} 笔`, '', '', total, '', '']
  const text = stringify([header, ...rows, control], { bom: true, quoted: true, record_delimiter: '\r\n' })
  return Buffer.from(text, 'utf8')
}

/** Digits that a spreadsheet must not count with. Anything but digits is refused as a fault of the record. */
function asText(accountNumber: string): string {
  if (!/^\d{8,32}$/.test(accountNumber)) throw new Error('an account number is 8 to 32 digits')
  return `\t${accountNumber}`
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead (OWASP, CSV injection); line ends become spaces. */
function safeCell(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim()
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line
}
