import { resultFileLimit } from '~/body-limits'
import { readCsvTable } from '~/platform/csv-table'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { parseYuan } from '~/platform/money'
import type { ResultColumn, ResultLayout } from './bank-templates'

/** One row of the bank's answer. `row` is its number in the file, as a spreadsheet shows it. */
export type ResultRow = {
  row: number
  seq: number
  /** last four digits of the account */
  tail: string
  amountFen: bigint
  /** null: paid; else the bank's reason for sending it back */
  failure: string | null
}

/** What is wrong with one row; row 0 is the file as a whole. */
export type ResultFault = { row: number; key: MessageKey; params?: MessageParams }

export type ReadResult = { rows: ResultRow[]; faults: ResultFault[] }

const rowLimit = 2_000

type Places = Record<Exclude<ResultColumn, 'reason'>, number> & { reason: number | null }

/**
 * Reads the bank's answer to a batch in the layout of its template: UTF-8 (with or without BOM) or GBK, columns in any order under their titles, titles above
 * the header and a row 合计 allowed; or, without titles, by their places. Every fault is told with its row; nothing is guessed.
 */
export function readResult(bytes: Uint8Array, layout: ResultLayout): ReadResult {
  if (bytes.length === 0) return wholeFile('payout.resultEmpty')
  if (bytes.length > resultFileLimit)
    return wholeFile('payout.resultTooLarge', { limit: resultFileLimit / 1_000_000 })
  const table = readCsvTable(bytes, layout.delimiter)
  if (!table) return wholeFile('payout.resultNotCsv')
  if (table.length > rowLimit) return wholeFile('payout.resultTooLong', { limit: rowLimit })
  const { head, places } = findPlaces(table, layout)
  if (!places) return noPlaces(layout)
  const result: ReadResult = { rows: [], faults: [] }
  for (const [index, cells] of table.entries()) {
    if (index <= head || cells.every((cell) => cell === '') || cells[places.seq] === '合计') continue
    const read = readRow(index + 1, cells, { places, layout })
    if ('key' in read) result.faults.push(read)
    else result.rows.push(read)
  }
  if (result.rows.length + result.faults.length === 0) return wholeFile('payout.resultNoRows')
  return result
}

function noPlaces({ columns }: ResultLayout): ReadResult {
  if ('places' in columns) return wholeFile('payout.resultNoCells', { width: columns.width })
  const { seq, tail, amount, outcome } = columns.titles
  const titles = [seq, tail, amount, outcome].flatMap(([title]) => title ?? [])
  return wholeFile('payout.resultNoHeader', { columns: titles })
}

function wholeFile(key: MessageKey, params?: MessageParams): ReadResult {
  return { rows: [], faults: [{ row: 0, key, ...(params ? { params } : {}) }] }
}

/** Where each column stands, and the row of the titles (-1 without titles). */
function findPlaces(
  table: readonly string[][],
  { columns }: ResultLayout,
): { head: number; places: Places | null } {
  if ('places' in columns) {
    const fits = table.some((cells) => cells.length >= columns.width)
    return { head: -1, places: fits ? columns.places : null }
  }
  const head = table.findIndex((cells) => placesOf(cells, columns.titles) !== null)
  return { head, places: placesOf(table[head] ?? [], columns.titles) }
}

function placesOf(cells: readonly string[], titles: Record<ResultColumn, readonly string[]>): Places | null {
  const place = (column: ResultColumn) => cells.findIndex((cell) => titles[column].includes(cell))
  const places = {
    seq: place('seq'),
    tail: place('tail'),
    amount: place('amount'),
    outcome: place('outcome'),
  }
  if (Object.values(places).some((at) => at < 0)) return null
  const reason = place('reason')
  return { ...places, reason: reason < 0 ? null : reason }
}

function readRow(
  row: number,
  cells: readonly string[],
  { places, layout }: { places: Places; layout: ResultLayout },
): ResultRow | ResultFault {
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
  const seq = layout.seq.exec(cell(places.seq))?.[1]
  if (seq === undefined) return { row, key: 'payout.rowNoSeq' }
  const amountFen = readAmount(cell(places.amount), layout)
  if (amountFen === null) return { row, key: 'payout.rowNoAmount' }
  const digits = cell(places.tail).replace(/[='"*\s-]/g, '')
  if (!/^\d{4,32}$/.test(digits)) return { row, key: 'payout.rowNoTail' }
  const outcome = cell(places.outcome)
  const isPaid = layout.paid.includes(outcome)
  if (!isPaid && !layout.failed.includes(outcome)) {
    const params = { paid: layout.paid, failed: layout.failed }
    return { row, key: 'payout.rowNoOutcome', params }
  }
  const reason = cleanReason(cell(places.reason))
  if (!isPaid && reason === '') return { row, key: 'payout.rowNoReason' }
  return { row, seq: Number(seq), tail: digits.slice(-4), amountFen, failure: isPaid ? null : reason }
}

function readAmount(text: string, { unit }: ResultLayout): bigint | null {
  if (unit === 'yuan') return parseYuan(text)
  return /^\d{1,12}$/.test(text) ? BigInt(text) : null
}

/** The bank's words on one line, without what cannot be stored, at most 200 characters. */
function cleanReason(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim()
  return [...line].slice(0, 200).join('')
}
