import { stringify } from 'csv-stringify/sync'
import type { Cell, Row, Worksheet } from 'exceljs'

/** A cell of a file that somebody opens in a table program: words, a number that it may calculate with, or money in fen, which it shows in yuan with two places. */
export type FileCell = string | number | { fen: number } | null

/** What stands in a cell: money in yuan. */
export function plainOf(cell: FileCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.fen / 100 : cell
}

/** How a table program shows a cell: words as they are, so that nothing is calculated and no long number is rounded; money with two places, unless the cell has a look of its own. */
export function formatCell(cell: Cell, content: FileCell | undefined): void {
  if (typeof cell.value === 'string') cell.numFmt = '@'
  else if (typeof content === 'object' && content !== null && (cell.numFmt ?? 'General') === 'General')
    cell.numFmt = '0.00'
}

/** A table as a file: the names of its columns and its rows. */
export type FileTable = { name: string; columns: readonly string[]; rows: readonly (readonly FileCell[])[] }

const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
export type FileForm = keyof typeof fileTypes

/** Words that a table program would take for a formula, and long numbers that it would round (accounts), are given a quote in front. */
function safeWords(text: string): string {
  return /^[=+\-@\t\r]|^\d{12,}$/.test(text) ? `'${text}` : text
}

/** Rows as CSV in UTF-8; the beginning of a file has a byte order mark, as Chinese table programs need it. No cell of words is ever calculated. */
export function toCsv(
  rows: readonly (readonly FileCell[])[],
  { isBegin = false } = {},
): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? safeWords(cell) : plainOf(cell))),
  )
  return new Uint8Array(Buffer.from(stringify(cells, { bom: isBegin, record_delimiter: '\r\n' })))
}

/** A whole table as toCsv writes it. */
export function writeCsv({ columns, rows }: FileTable): Uint8Array<ArrayBuffer> {
  return toCsv([columns, ...rows], { isBegin: true })
}

/** What a table is called within a workbook, which allows fewer letters and signs. */
export function sheetName(name: string): string {
  return name.slice(0, 31).replaceAll(/[\\/?*[\]:]/g, ' ')
}

/** A row at the end of a sheet, each cell as formatCell says. */
export function addCells(sheet: Worksheet, cells: readonly FileCell[]): Row {
  const row = sheet.addRow(cells.map(plainOf))
  row.eachCell((cell, number) => formatCell(cell, cells[number - 1]))
  return row
}

/** As .xlsx with a fixed head; each cell as formatCell says. */
export async function writeXlsx({ name, columns, rows }: FileTable): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  addCells(sheet, columns).font = { bold: true }
  for (const row of rows) addCells(sheet, row)
  columns.forEach((column, at) => {
    sheet.getColumn(at + 1).width = Math.max(12, [...column].length * 2 + 2)
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** What a browser is told of a file that it keeps. */
export function fileHeaders(name: string, form: FileForm): Record<string, string> {
  return {
    'Content-Type': fileTypes[form],
    'Content-Disposition': `attachment; filename="${name}.${form}"`,
    'Cache-Control': 'no-store',
  }
}

/** The answer that hands a file over; kept nowhere. */
export function fileResponse(bytes: Uint8Array<ArrayBuffer>, name: string, form: FileForm): Response {
  return new Response(bytes, {
    headers: { ...fileHeaders(name, form), 'Content-Length': String(bytes.length) },
  })
}
