import type { Row, Worksheet } from 'exceljs'
import { textOf } from '~/modules/register/read-sheet.server'
import { type FileCell, formatCell, plainOf } from '~/platform/table-file.server'
import { openTemplate } from './save-template.server'
import { codesIn, fillCell } from './template-codes'

/** What a template is filled with, by code: once, and for each row of the return. */
export type TemplateValues = {
  once: ReadonlyMap<string, FileCell>
  rows: readonly ReadonlyMap<string, FileCell>[]
}

/** A template with its codes filled in: the row with row codes is written once for each row of the return, in its own look. Words are text, so that nothing in them is ever calculated. */
export async function fillTemplate(
  bytes: Uint8Array,
  { once, rows }: TemplateValues,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = await openTemplate(bytes)
  for (const sheet of workbook.worksheets) {
    for (let at = sheet.rowCount; at >= 1; at -= 1) if (isRowOfRows(sheet.getRow(at))) repeat(sheet, at, rows)
    sheet.eachRow((row) => fillRow(row, once))
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function isRowOfRows(row: Row): boolean {
  let found = false
  row.eachCell(({ value }) => {
    found ||= codesIn(textOf(value)).some((code) => code.startsWith('行.'))
  })
  return found
}

function repeat(sheet: Worksheet, at: number, rows: TemplateValues['rows']): void {
  if (rows.length > 1) sheet.duplicateRow(at, rows.length - 1, true)
  for (const [offset, values] of rows.entries()) fillRow(sheet.getRow(at + offset), values)
}

function fillRow(row: Row, values: ReadonlyMap<string, FileCell>): void {
  row.eachCell((cell) => {
    const text = textOf(cell.value)
    const [first] = codesIn(text)
    if (first === undefined) return
    cell.value = fillCell(text, (code) => {
      const value = values.get(code)
      return value === undefined ? value : plainOf(value)
    })
    formatCell(cell, values.get(first))
  })
}
