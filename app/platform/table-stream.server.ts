import { PassThrough, Readable, type Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { addCells, type FileCell, type FileForm, fileHeaders, sheetName, toCsv } from './table-file.server'

/** A table of which nobody knows how long it is: its rows come one after the other, as they are asked for. */
export type StreamedTable = {
  name: string
  columns: readonly string[]
  /** of columns in a workbook, in letters; what none is named for is as wide as its title */
  widths?: readonly number[]
  rows: AsyncIterable<readonly FileCell[]>
}

/** rows that are written before it is looked whether the reader keeps up */
const atOnce = 500

/**
 * A table as the bytes of a file, piece by piece: no more rows are asked for than the reader has taken, and none once it has gone away. The content is that of writeCsv and writeXlsx. A row that cannot be
 * had breaks the file off: the reader's next piece throws.
 */
export function streamTable(form: FileForm, table: StreamedTable): AsyncGenerator<Uint8Array> {
  return form === 'csv' ? csvPieces(table) : xlsxPieces(table)
}

async function* csvPieces({ columns, rows }: StreamedTable): AsyncGenerator<Uint8Array> {
  yield toCsv([columns], { isBegin: true })
  let some: (readonly FileCell[])[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < atOnce) continue
    yield toCsv(some)
    some = []
  }
  if (some.length > 0) yield toCsv(some)
}

async function* xlsxPieces(table: StreamedTable): AsyncGenerator<Uint8Array> {
  const file = new PassThrough()
  writeSheet(table, file).catch((error: unknown) => {
    file.destroy(error instanceof Error ? error : new Error('the sheet broke off', { cause: error }))
  })
  yield* file
}

async function writeSheet({ name, columns, widths, rows }: StreamedTable, file: PassThrough): Promise<void> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true })
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  columns.forEach((column, at) => {
    sheet.getColumn(at + 1).width = widths?.[at] ?? Math.max(12, [...column].length * 2 + 2)
  })
  const write = (cells: readonly FileCell[], isHead = false) => {
    const row = addCells(sheet, cells)
    if (isHead) row.font = { bold: true }
    row.commit()
  }
  write(columns, true)
  let count = 0
  for await (const row of rows) {
    if (file.destroyed) return
    write(row)
    count += 1
    if (count % atOnce === 0) await untilTaken(sheet, file)
  }
  await workbook.commit()
}

/** exceljs writes on whether anybody reads or not: what it has written waits before the packer. Returns once the packer has taken all of it, or when the reader has gone away. */
async function untilTaken(sheet: object, file: PassThrough): Promise<void> {
  const packer = () => ('stream' in sheet ? (sheet.stream as { pipes: Writable[] }).pipes[0] : undefined)
  while (!packer() && !file.destroyed) await pause(1)
  await new Promise<void>((resolve) => {
    file.once('close', resolve)
    // nothing, behind all that waits
    packer()?.write(Buffer.alloc(0), () => {
      file.off('close', resolve)
      resolve()
    })
    if (file.destroyed) resolve()
  })
}

/** The answer that hands a table over while it is being written; kept nowhere. */
export function tableResponse(form: FileForm, name: string, table: StreamedTable): Response {
  const pieces = Readable.from(streamTable(form, table), { objectMode: false })
  return new Response(createReadableStreamFromReadable(pieces), { headers: fileHeaders(name, form) })
}
