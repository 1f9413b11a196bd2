import { bankRefOf } from '~/modules/payments/bank-ref'
import { readCsvTable } from '~/platform/csv-table'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { parseYuan } from '~/platform/money'

/** One booking of the bank's statement. */
export type StatementRow = {
  bankRef: string
  bookedOn: Date
  /** fen; negative = left our account */
  amountFen: bigint
  text: string
}

/** What is wrong with one row; row 0 is the file as a whole. */
export type StatementFault = { row: number; key: MessageKey; params?: MessageParams }

export type ReadStatement = { rows: StatementRow[]; faults: StatementFault[] }

export const statementLimit = 2_000_000
const rowLimit = 20_000

const columns = {
  ref: ['流水号', '交易流水号', '凭证号'],
  day: ['交易日期', '记账日期', '日期'],
  debit: ['支出', '借方金额', '借方发生额', '支出金额'],
  credit: ['收入', '贷方金额', '贷方发生额', '收入金额'],
  text: ['摘要', '附言', '用途'],
} as const
type Column = keyof typeof columns
type Places = Record<Column, number>

/**
 * Reads a bank statement: a CSV in UTF-8 or GB 18030 with the columns 流水号, 交易日期, 支出, 收入 and 摘要 (or their usual other names) in any order, titles above the header and a
 * row 合计 allowed. Account numbers in the text are masked to their last four digits. Every fault is told with its row; nothing is guessed.
 */
export function readStatement(bytes: Uint8Array): ReadStatement {
  if (bytes.length === 0) return wholeFile('reconciliation.statementEmpty')
  if (bytes.length > statementLimit) return wholeFile('reconciliation.statementTooLarge')
  const table = readCsvTable(bytes)
  if (!table) return wholeFile('reconciliation.statementNotCsv')
  if (table.length > rowLimit) return wholeFile('reconciliation.statementTooLong', { limit: rowLimit })
  const head = table.findIndex((cells) => placesOf(cells) !== null)
  const places = placesOf(table[head] ?? [])
  if (!places) return wholeFile('reconciliation.statementNoHeader')
  const result: ReadStatement = { rows: [], faults: [] }
  for (const [index, cells] of table.entries()) {
    if (index <= head || cells.every((cell) => cell === '') || cells.includes('合计')) continue
    const read = readRow(index + 1, cells, places)
    if ('key' in read) result.faults.push(read)
    else result.rows.push(read)
  }
  if (result.rows.length + result.faults.length === 0) return wholeFile('reconciliation.statementNoRows')
  return { ...result, faults: [...result.faults, ...repeatedRefs(result.rows)] }
}

function wholeFile(key: MessageKey, params?: MessageParams): ReadStatement {
  return { rows: [], faults: [{ row: 0, key, ...(params ? { params } : {}) }] }
}

/** A number that stands twice in one file: the bank never does that, a pasted file does. */
function repeatedRefs(rows: readonly StatementRow[]): StatementFault[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { bankRef } of rows) {
    if (seen.has(bankRef)) repeated.add(bankRef)
    seen.add(bankRef)
  }
  return [...repeated].map((ref) => ({ row: 0, key: 'reconciliation.statementTwice', params: { ref } }))
}

function placesOf(cells: readonly string[]): Places | null {
  const place = (column: Column) => {
    const names: readonly string[] = columns[column]
    return cells.findIndex((cell) => names.includes(cell))
  }
  const places = {
    ref: place('ref'),
    day: place('day'),
    debit: place('debit'),
    credit: place('credit'),
    text: place('text'),
  }
  return Object.values(places).some((at) => at < 0) ? null : places
}

function readRow(row: number, cells: readonly string[], places: Places): StatementRow | StatementFault {
  const cell = (column: Column) => cells[places[column]] ?? ''
  const bankRef = bankRefOf(cell('ref'))
  if (bankRef === '') return { row, key: 'reconciliation.rowNoRef' }
  const day = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(cell('day'))
  const bookedOn = day
    ? new Date(`${day[1]}-${(day[2] ?? '').padStart(2, '0')}-${(day[3] ?? '').padStart(2, '0')}T00:00:00Z`)
    : null
  if (!bookedOn || Number.isNaN(bookedOn.getTime())) return { row, key: 'reconciliation.rowNoDay' }
  const out = cell('debit') === '' ? 0n : parseYuan(cell('debit'))
  const into = cell('credit') === '' ? 0n : parseYuan(cell('credit'))
  if (out === null || into === null || (out === 0n) === (into === 0n))
    return { row, key: 'reconciliation.rowNoAmount' }
  return { bankRef, bookedOn, amountFen: into - out, text: cleanText(cell('text')) }
}

/** One line without what cannot be stored, long numbers shown by their last four digits, at most 200 characters. */
function cleanText(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim()
  return [...line.replace(/\d{12,}/g, (digits) => `****${digits.slice(-4)}`)].slice(0, 200).join('')
}
