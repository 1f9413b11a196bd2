import { Buffer } from 'node:buffer'
import type { CellValue } from 'exceljs'
import { readCsvTable } from '~/platform/csv-table'
import { Refusal } from '~/platform/errors'
import { type OpenSheet, openSheets } from '~/platform/open-sheets.server'
import { openZip, ZipFault } from '~/platform/zip/open-zip.server'
import { listLimits, mapTitles } from './list-columns'

/** A table of pieces: its titles and the rows below, each with the number that a table program shows. */
export type PieceTable = { titles: string[]; rows: { number: number; cells: string[] }[] }

/** titles stand within the first rows, below a heading */
const titleRows = 10
const mostColumns = 80
/** rows of the raw file, most of them empty perhaps; beyond it, it is not read */
const mostRawRows = 5_000
const unpackedLimits = { files: 500, unpacked: 60_000_000, ratio: 200 }

const refusal = (what: 'fileEmpty' | 'fileOld' | 'fileBroken' | 'fileNone' | 'noTitles') =>
  new Refusal(`pieces.${what}`, 422, {}, 'file')
const tooManyRows = () => new Refusal('pieces.tooManyRows', 422, { max: listLimits.rows }, 'file')

/**
 * Reads a table that somebody else wrote: .xlsx, or text with commas, semicolons or tabs in UTF-8 or the code of Chinese Windows. Nothing is calculated: a formula is the text that was typed. Refuses
 * what is none, what has no titles, and what is too long, each before it costs much.
 */
export async function readTable(bytes: Uint8Array): Promise<PieceTable> {
  const file = Buffer.from(bytes)
  const head = file.subarray(0, 4).toString('hex')
  if (file.length === 0) throw refusal('fileEmpty')
  if (head === 'd0cf11e0') throw refusal('fileOld')
  const tables = head === '504b0304' ? await readWorkbook(file) : [readText(file)]
  if (tables.every(isBlank)) throw refusal('fileEmpty')
  const [best] = tables
    .flatMap((table) => findTitles(table) ?? [])
    .sort((one, other) => other.known - one.known)
  if (!best) throw refusal('noTitles')
  const rows = best.rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw refusal('fileEmpty')
  if (rows.length > listLimits.rows) throw tooManyRows()
  return { titles: best.titles, rows }
}

type Rows = PieceTable['rows']

const isBlank = (rows: Rows) => rows.every(({ cells }) => cells.every((cell) => cell === ''))

type Found = { titles: string[]; rows: Rows; known: number }

/** Two titles that are known make a row of titles; the row with most of them is it. */
function findTitles(rows: Rows): Found | null {
  let best: Found | null = null
  for (const [at, { cells }] of rows.slice(0, titleRows).entries()) {
    const known = mapTitles(cells).places.size
    if (known >= 2 && known > (best?.known ?? 0)) best = { titles: cells, rows: rows.slice(at + 1), known }
  }
  return best
}

function readText(file: Buffer): Rows {
  // a document that was given another name may be text throughout
  if (file.includes(0) || /^(%PDF-|\{\\rtf|<)/.test(file.subarray(0, 5).toString('latin1')))
    throw refusal('fileNone')
  const first = file.subarray(0, Math.max(file.indexOf(10), 0) || 2_000).toString('latin1')
  const [delimiter = ','] = [...',;\t'].sort(
    (one, other) => first.split(other).length - first.split(one).length,
  )
  if (countOf(file, '\n') > mostRawRows) throw tooManyRows()
  const table = readCsvTable(file, delimiter)
  if (!table) throw refusal('fileNone')
  return table.map((cells, at) => ({ number: at + 1, cells: cells.slice(0, mostColumns).map(withoutQuote) }))
}

async function readWorkbook(file: Buffer): Promise<Rows[]> {
  await refuseTooLong(file)
  const sheets = await openSheets(file, mostColumns).catch(() => {
    throw refusal('fileBroken')
  })
  return sheets.filter(({ isVisible }) => isVisible).map(rowsOf)
}

/** What it unpacks to and how many rows it has are counted before a program builds it in memory. */
async function refuseTooLong(file: Buffer): Promise<void> {
  try {
    const parts = await openZip(file, unpackedLimits)
    if (!parts.some(({ path }) => path === 'xl/workbook.xml')) throw refusal('fileNone')
    for (const part of parts)
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(part.path) && countOf(await part.read(), '<row ') > mostRawRows)
        throw tooManyRows()
  } catch (error) {
    if (error instanceof ZipFault)
      throw error.kind === 'broken' || error.kind === 'locked' ? refusal('fileBroken') : tooManyRows()
    throw error
  }
}

function countOf(file: Buffer, what: string): number {
  let count = 0
  for (let at = file.indexOf(what); at >= 0; at = file.indexOf(what, at + what.length)) count += 1
  return count
}

function rowsOf(sheet: OpenSheet): Rows {
  return Array.from(sheet.rows(), ({ number, values }) => ({
    number,
    cells: values.map((value) => withoutQuote(textOf(value))),
  }))
}

/** What somebody typed into a cell. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return String(Number.parseFloat(value.toPrecision(12)))
  if (typeof value !== 'object') return String(value).replaceAll('\0', '').trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('formula' in value) return `=${value.formula}`
  if ('sharedFormula' in value) return `=${value.sharedFormula}`
  return 'text' in value ? textOf(value.text) : ''
}

/** The quote that keeps a table program from calculating stands in front of no word of hers. */
function withoutQuote(text: string): string {
  return /^'([=+\-@\t\r]|\d{12,}$)/.test(text) ? text.slice(1) : text
}
