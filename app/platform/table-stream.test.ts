import { setTimeout as pause } from 'node:timers/promises'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { exitOf, startChild } from '../../scripts/process/child'
import { readAll } from '../../tests/fixtures/read-all'
import { type FileCell, writeCsv, writeXlsx } from './table-file.server'
import { streamTable } from './table-stream.server'

const head = { name: '榆中县 2026/11', columns: ['名称', '金额（元）', '账号'] }
const cells: FileCell[][] = [
  ['=1+1', 12.5, '6228480012345678901'],
  [''],
  ['+86', null, '@x'],
  ['钱', { fen: 36_850 }, { fen: -5 }],
  ['锁绣，"盘长"\n挂件', -3, '-9'],
]

async function* slowly(rows: readonly FileCell[][]) {
  for (const row of rows) {
    await pause(0)
    yield row
  }
}

function read(form: 'csv' | 'xlsx', rows: AsyncIterable<FileCell[]>): Promise<Uint8Array<ArrayBuffer>> {
  return readAll(streamTable(form, { ...head, rows }))
}

/** What stands in each cell, how it is written, and what of the sheet a reader sees. */
async function openSheet(bytes: Uint8Array) {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Excel.Buffer)
  const [sheet] = workbook.worksheets
  const seen: unknown[] = []
  sheet?.eachRow((row, number) =>
    row.eachCell(
      (cell) => cell.value !== '' && seen.push([number, cell.address, cell.value, cell.type, cell.numFmt]),
    ),
  )
  const { name, views, columns } = sheet ?? {}
  const isBold = sheet?.getRow(1).getCell(1).font?.bold
  return { seen, name, frozen: views?.[0], isBold, widths: columns?.map(({ width }) => width) }
}

describe('a table that is written while it is read', () => {
  it('has the bytes of the whole one as CSV, and nothing in it is calculated', async () => {
    const bytes = await read('csv', slowly(cells))
    expect(Buffer.from(bytes).equals(writeCsv({ ...head, rows: cells }))).toBe(true)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeff名称,')).toBe(true)
    expect(text).toContain("'=1+1,12.5,'6228480012345678901\r\n")
    expect(text).toContain('钱,368.5,-0.05\r\n')
  })

  it('has the cells, formats and head of the whole one as a workbook', async () => {
    const opened = await openSheet(await read('xlsx', slowly(cells)))
    expect(opened).toEqual(await openSheet(await writeXlsx({ ...head, rows: cells })))
    // of fen: numbers that may be summed, always with two places
    expect(opened.seen).toContainEqual([5, 'B5', 368.5, Excel.ValueType.Number, '0.00'])
    expect(opened.seen).toContainEqual([5, 'C5', -0.05, Excel.ValueType.Number, '0.00'])
    expect(opened.seen).toContainEqual([2, 'C2', '6228480012345678901', Excel.ValueType.String, '@'])
    expect(opened).toMatchObject({ isBold: true, frozen: { state: 'frozen', ySplit: 1 } })
  })

  it.each(['csv', 'xlsx'])(
    'of 100,000 rows, as %s, fits into little memory',
    { timeout: 180_000 },
    async (form) => {
      const child = startChild('tests/fixtures/stream-many-rows.ts', [form, '100000'], {
        output: 'pipe',
        nodeOptions: ['--max-old-space-size=96'],
      })
      let said = ''
      child.stdout?.on('data', (data: Buffer) => {
        said += data.toString()
      })
      child.stderr?.resume()
      expect(await exitOf(child)).toBe(0)
      expect(Number(said)).toBeGreaterThan(form === 'csv' ? 7_000_000 : 1_000_000)
    },
  )

  it.each(['csv', 'xlsx'] as const)(
    'as %s asks for no more rows once its reader has gone away',
    async (form) => {
      let asked = 0
      let isOver = false
      async function* endless() {
        try {
          for (;;) {
            asked += 1
            if (asked % 100 === 0) await pause(0)
            yield [`店铺 ${asked} ${Math.random()}`, asked, String(Math.random())]
          }
        } finally {
          isOver = true
        }
      }
      let pieces = 0
      for await (const piece of streamTable(form, { ...head, rows: endless() })) {
        if (piece.length > 0) pieces += 1
        if (pieces > 3) break
      }
      await expect.poll(() => isOver, { timeout: 10_000 }).toBe(true)
      expect(asked).toBeLessThan(200_000)
    },
  )

  it.each(['csv', 'xlsx'] as const)('as %s breaks off where a row cannot be had', async (form) => {
    async function* broken() {
      yield ['一', 1, '2']
      await pause(0)
      throw new Error('the database went away')
    }
    await expect(read(form, broken())).rejects.toThrow('the database went away')
  })
})
