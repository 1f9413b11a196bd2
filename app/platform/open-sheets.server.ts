import type { CellValue, Workbook, Worksheet } from 'exceljs'

/** A row of a sheet, with the number that a table program shows; a merged cell says in each of its places what it says. */
export type SheetRow = { number: number; values: CellValue[] }

export type OpenSheet = {
  isVisible: boolean
  /** of the last row in which something may stand */
  rowCount: number
  /** The rows that the file has, in their order. */
  rows: () => Generator<SheetRow>
}

/** A merged cell: its first place and the last, counted from one. */
type Merged = { top: number; left: number; bottom: number; right: number }

/**
 * The sheets of an .xlsx as its program shows them, each row no wider than so many columns. Throws what the reader throws on a file that is none.
 *
 * The reader would compare each merged cell with all before it, so that a list of ten thousand households held a server for a minute. It is given the sheets without them,
 * and they are laid over the rows as those are read, which costs as much again as the rows. Where two overlap, the upper one counts.
 */
export async function openSheets(bytes: Uint8Array, mostColumns: number): Promise<OpenSheet[]> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const merges = keepMerges(workbook, Excel.Workbook.prototype)
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook.worksheets.map((sheet) => ({
    isVisible: sheet.state === 'visible',
    rowCount: sheet.rowCount,
    rows: () => readRows(sheet, merges.get(sheet.id) ?? [], mostColumns),
  }))
}

/** A workbook has more merged cells than the reader may be given. */
export class TooManyMerges extends Error {}

/** A whole workbook, to be filled and written. Refuses (TooManyMerges) one in which more cells of a sheet are merged, before the reader compares each of them with all others; throws what the reader throws on a file that is none. */
export async function openWorkbook(bytes: Uint8Array, mostMerges: number): Promise<Workbook> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const whole = Object.getOwnPropertyDescriptor(Excel.Workbook.prototype, 'model')
  Object.defineProperty(workbook, 'model', {
    configurable: true,
    set(model: { worksheets: { mergeCells?: string[] | null }[] }) {
      if (model.worksheets.some(({ mergeCells }) => (mergeCells?.length ?? 0) > mostMerges))
        throw new TooManyMerges()
      whole?.set?.call(workbook, model)
    },
  })
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  Reflect.deleteProperty(workbook, 'model')
  return workbook
}

/** Takes the merged cells out of what the reader hands the workbook, and keeps them by the sheet's id. */
function keepMerges(workbook: Workbook, kind: Workbook): Map<number, Merged[]> {
  const merges = new Map<number, Merged[]>()
  const whole = Object.getOwnPropertyDescriptor(kind, 'model')
  Object.defineProperty(workbook, 'model', {
    set(model: { worksheets: { id: number; mergeCells?: string[] | null }[] }) {
      const worksheets = model.worksheets.map(({ mergeCells, ...sheet }) => {
        merges.set(
          sheet.id,
          (mergeCells ?? []).flatMap((range) => mergedOf(range) ?? []),
        )
        return sheet
      })
      whole?.set?.call(workbook, { ...model, worksheets })
    },
  })
  return merges
}

function* readRows(sheet: Worksheet, merges: readonly Merged[], mostColumns: number): Generator<SheetRow> {
  const beginning = new Map<number, Merged[]>()
  for (const merged of merges) {
    const known = beginning.get(merged.top)
    if (known) known.push(merged)
    else beginning.set(merged.top, [merged])
  }
  const width = Math.min(
    mostColumns,
    merges.reduce((widest, { right }) => Math.max(widest, right), sheet.columnCount),
  )
  const columns = Array.from({ length: width }, (_, at) => at + 1)
  /** which merged cell lies over each column */
  const over: (Merged | undefined)[] = []
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    for (const merged of beginning.get(number) ?? [])
      for (let column = merged.left; column <= Math.min(merged.right, width); column += 1)
        if ((over[column]?.bottom ?? 0) < number) over[column] = merged
    const row = sheet.findRow(number)
    if (!row) continue
    const values = columns.map((column) => {
      const merged = over[column]
      if (!merged || merged.bottom < number) return row.findCell(column)?.value ?? null
      return sheet.findRow(merged.top)?.findCell(merged.left)?.value ?? null
    })
    yield { number, values }
  }
}

/** `B4:C6` in numbers; null for what is no such range. */
function mergedOf(range: string): Merged | null {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range) ?? []
  if (left === '') return null
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
}

/** A, B … Z, AA as 1, 2 … 26, 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
