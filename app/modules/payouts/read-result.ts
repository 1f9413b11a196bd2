import { resultFileLimit } from '~/body-limits'
import { readCsvTable } from '~/platform/csv-table'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { parseYuan } from '~/platform/money'

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

const columns = {
  seq: ['序号'],
  tail: ['账号尾号', '账号', '收款账号'],
  amount: ['金额', '金额(元)', '金额（元）'],
  outcome: ['结果'],
  reason: ['原因', '失败原因'],
} as const
type Column = keyof typeof columns
type Places = Record<Exclude<Column, 'reason'>, number> & { reason: number | null }

/**
 * Reads the bank's answer to a batch: a CSV in UTF-8 (with or without BOM) or GBK, with the columns 序号, 账号尾号 or 账号, 金额, 结果 (成功/失败) and 原因 in any order, titles above the
 * header and a row 合计 allowed. Every fault is told with its row; nothing is guessed.
 */
export function readResult(bytes: Uint8Array): ReadResult {
  if (bytes.length === 0) return wholeFile('payout.resultEmpty')
  if (bytes.length > resultFileLimit)
    return wholeFile('payout.resultTooLarge', { limit: resultFileLimit / 1_000_000 })
  const table = readCsvTable(bytes)
  if (!table) return wholeFile('payout.resultNotCsv')
  if (table.length > rowLimit) return wholeFile('payout.resultTooLong', { limit: rowLimit })
  const head = table.findIndex((cells) => placesOf(cells) !== null)
  const places = placesOf(table[head] ?? [])
  if (!places) return wholeFile('payout.resultNoHeader')
  const result: ReadResult = { rows: [], faults: [] }
  for (const [index, cells] of table.entries()) {
    if (index <= head || cells.every((cell) => cell === '') || cells[places.seq] === '合计') continue
    const read = readRow(index + 1, cells, places)
    if ('key' in read) result.faults.push(read)
    else result.rows.push(read)
  }
  if (result.rows.length + result.faults.length === 0) return wholeFile('payout.resultNoRows')
  return result
}

function wholeFile(key: MessageKey, params?: MessageParams): ReadResult {
  return { rows: [], faults: [{ row: 0, key, ...(params ? { params } : {}) }] }
}

function placesOf(cells: readonly string[]): Places | null {
  const place = (column: Column) => {
    const names: readonly string[] = columns[column]
    return cells.findIndex((cell) => names.includes(cell))
  }
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

function readRow(row: number, cells: readonly string[], places: Places): ResultRow | ResultFault {
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
  const seq = /^\d{1,4}$/.test(cell(places.seq)) ? Number(cell(places.seq)) : null
  if (seq === null) return { row, key: 'payout.rowNoSeq' }
  const amountFen = parseYuan(cell(places.amount))
  if (amountFen === null) return { row, key: 'payout.rowNoAmount' }
  const digits = cell(places.tail).replace(/[='"*\s-]/g, '')
  if (!/^\d{4,32}$/.test(digits)) return { row, key: 'payout.rowNoTail' }
  const outcome = cell(places.outcome)
  if (outcome !== '成功' && outcome !== '失败') return { row, key: 'payout.rowNoOutcome' }
  const reason = cleanReason(cell(places.reason))
  if (outcome === '失败' && reason === '') return { row, key: 'payout.rowNoReason' }
  return { row, seq, tail: digits.slice(-4), amountFen, failure: outcome === '失败' ? reason : null }
}

/** The bank's words on one line, without what cannot be stored, at most 200 characters. */
function cleanReason(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim()
  return [...line].slice(0, 200).join('')
}
