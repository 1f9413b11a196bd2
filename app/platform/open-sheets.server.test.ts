import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readAll } from '../../tests/fixtures/read-all'
import { openSheets, type SheetRow } from './open-sheets.server'
import { openZip } from './zip/open-zip.server'
import { writeZip } from './zip/write-zip.server'

const bytesOf = async (workbook: ExcelJS.Workbook) => new Uint8Array(await workbook.xlsx.writeBuffer())

async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<SheetRow[]> {
  return [...((await openSheets(bytes, 80))[sheet]?.rows() ?? [])]
}

/** The same file whose first sheet names these merged cells; the writer would compare each with all before it. */
async function merge(bytes: Uint8Array, ranges: readonly string[]): Promise<Uint8Array> {
  const parts = await openZip(Buffer.from(bytes), { files: 100, unpacked: 100_000_000, ratio: 1000 })
  const named = `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  return readAll(
    writeZip(
      parts.map(({ path, read }) => ({
        name: path,
        read: async () => {
          const part = await read()
          return path === 'xl/worksheets/sheet1.xml'
            ? Buffer.from(part.toString().replace('</sheetData>', `</sheetData>${named}`))
            : part
        },
      })),
    ),
  )
}

describe('a sheet with merged cells', () => {
  it('says in each of their places what they say, on each sheet its own', async () => {
    const workbook = new ExcelJS.Workbook()
    const first = workbook.addWorksheet('一')
    first.addRows([
      ['户', '人', '村'],
      ['甲', '张', '上村'],
      ['', '王', ''],
      ['乙', '李', ''],
    ])
    first.mergeCells('A2:A3')
    first.mergeCells('C2:D4')
    workbook.addWorksheet('二').addRows([
      ['户', '人'],
      ['丙', '赵'],
      [null, '孙'],
    ])
    const bytes = await bytesOf(workbook)
    expect(await rowsOf(bytes)).toEqual([
      { number: 1, values: ['户', '人', '村', null] },
      { number: 2, values: ['甲', '张', '上村', '上村'] },
      { number: 3, values: ['甲', '王', '上村', '上村'] },
      { number: 4, values: ['乙', '李', '上村', '上村'] },
    ])
    expect((await rowsOf(bytes, 1)).map(({ values }) => values)).toEqual([
      ['户', '人'],
      ['丙', '赵'],
      [null, '孙'],
    ])
  })

  it('of which two overlap, reaches over the edge or is none, is read all the same', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('一').addRows([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    const bytes = await merge(await bytesOf(workbook), ['A1:A2', 'A2:B3', 'B1:XFD1048576', 'oops', 'A0:B'])
    const rows = await rowsOf(bytes)
    expect(rows.map(({ values }) => values.slice(0, 2))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['e', 'b'],
    ])
    expect(rows[0]?.values).toHaveLength(80)
  })

  it('of twenty thousand rows and sixty thousand merged cells costs what its rows cost', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('全县')
    for (let at = 0; at < 20_000; at += 1) sheet.addRow([at % 4 === 0 ? at : null, `示例${at}`, null, null])
    const ranges = Array.from({ length: 5_000 }, (_, at) => at * 4 + 1).flatMap((top) => [
      `A${top}:A${top + 3}`,
      ...['C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'].map(
        (letter) => `${letter}${top}:${letter}${top + 3}`,
      ),
    ])
    const rows = await rowsOf(await merge(await bytesOf(workbook), ranges))
    expect(rows.at(-1)?.number).toBe(20_000)
    expect(rows.at(-1)?.values.slice(0, 2)).toEqual([19_996, '示例19999'])
  }, 60_000)
})
