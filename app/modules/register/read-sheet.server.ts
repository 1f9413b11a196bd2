import { inflateRawSync } from 'node:zlib'
import type { CellValue } from 'exceljs'
import { Refusal } from '~/platform/errors'
import { type OpenSheet, openSheets } from '~/platform/open-sheets.server'
import { knownTitles } from './columns'

/** What stands in a cell. `fault`: why its text must not be believed. */
export type SheetCell = { text: string; fault: 'formula' | 'lossy' | null }

/** The sheet with the list: its title row and the rows below, each with the number that a spreadsheet shows. */
export type Sheet = { titles: string[]; rows: { number: number; cells: SheetCell[] }[] }

/** rows in which something stands; empty ones count for nothing, however they are formatted */
const mostRows = 50_000
const mostColumns = 80
/**
 * Bytes of all parts of a file, unpacked. The sheet is held in memory whole: an .xlsx names its merged cells behind its last row, and a reader of one row after the other has given every row away by then (that of exceljs
 * leaves them out altogether). So the file, what it unpacks to and its rows are limited instead.
 */
const mostUnpacked = 100_000_000
/** titles stand within the first rows, below a heading */
const titleRows = 15

/**
 * Reads an .xlsx: the sheet whose titles say most, merged cells as if each held the value, numbers and dates as text. Nothing is calculated: a formula is marked, and so is a
 * number of more than 15 digits, whose last ones a spreadsheet has already forgotten (also where 6.20E+17 has become its text). Refuses other files by what they are, and lists that are too long.
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  refuseOtherFiles(Buffer.from(bytes))
  const sheets = await openAll(bytes)
  const [best] = sheets
    .map((sheet) => ({ sheet, head: findTitles(sheet) }))
    .sort((a, b) => b.head.known - a.head.known)
  if (!best || best.sheet.rowCount === 0) throw new Refusal('register.fileEmpty', 422, {}, 'file')
  if (best.head.known < 2) throw new Refusal('register.noTitles', 422, {}, 'file')
  return readRows(best.sheet, best.head)
}

async function openAll(bytes: Uint8Array): Promise<OpenSheet[]> {
  try {
    return await openSheets(bytes, mostColumns)
  } catch {
    throw new Refusal('register.fileBroken', 422, {}, 'file')
  }
}

type Titles = { row: number; known: number; titles: string[] }

/** Two rows may both look like titles, a group above its parts: the lower one says as much and more exactly. */
function findTitles(sheet: OpenSheet): Titles {
  let best: Titles = { row: 0, known: 0, titles: [] }
  for (const { number, values } of sheet.rows()) {
    if (number > titleRows) break
    const titles = values.map((value) => cellOf(value).text)
    const known = knownTitles(titles)
    if (known > 0 && known >= best.known) best = { row: number, known, titles }
  }
  return best
}

function readRows(sheet: OpenSheet, { row, titles }: Titles): Sheet {
  const rows: Sheet['rows'] = []
  for (const { number, values } of sheet.rows()) {
    if (number <= row) continue
    const cells = values.map(cellOf)
    if (!cells.some(({ text, fault }) => text !== '' || fault)) continue
    if (rows.length === mostRows) throw new Refusal('register.tooManyRows', 422, { limit: mostRows }, 'file')
    rows.push({ number, cells })
  }
  return { titles, rows }
}

function cellOf(value: CellValue): SheetCell {
  if (value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value))
    return { text: '', fault: 'formula' }
  const text = textOf(value)
  const isLossy =
    (typeof value === 'number' && Math.abs(value) >= 1e15) || /^\d(\.\d+)?E\+1[5-9]$/i.test(text)
  return { text, fault: isLossy ? 'lossy' : null }
}

/** What a cell shows, as text: nothing is calculated. */
export function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).replaceAll('\0', '').trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('text' in value) return textOf(value.text)
  return ''
}

/** Refuses (422) what is no .xlsx, by what it is, and one that would be too large unpacked. */
export function refuseOtherFiles(bytes: Buffer): void {
  const says = (key: 'fileEmpty' | 'fileOld' | 'fileNotXlsx' | 'fileTooLarge') =>
    new Refusal(`register.${key}`, 422, {}, 'file')
  if (bytes.length === 0) throw says('fileEmpty')
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') throw says('fileOld')
  if (bytes.subarray(0, 4).toString('hex') !== '504b0304') throw says('fileNotXlsx')
  const names = unpack(bytes, () => says('fileTooLarge'))
  if (!names.some((name) => name === 'xl/workbook.xml')) throw says('fileNotXlsx')
}

/** The names of a zip's parts, each unpacked once within the limit: what it says of its sizes is not believed. */
function unpack(bytes: Buffer, tooLarge: () => Refusal): string[] {
  const broken = new Refusal('register.fileBroken', 422, {}, 'file')
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 20 > bytes.length) throw broken
  const names: string[] = []
  let left = mostUnpacked
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken
    const local = bytes.readUInt32LE(at + 42)
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, nameEnd))
    if (local + 30 > bytes.length) throw broken
    const body = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(body, body + bytes.readUInt32LE(at + 20))
    try {
      left -=
        bytes.readUInt16LE(at + 10) === 8
          ? inflateRawSync(packed, { maxOutputLength: left }).length
          : packed.length
    } catch (error) {
      throw error instanceof RangeError ? tooLarge() : broken
    }
    if (left <= 0) throw tooLarge()
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}
