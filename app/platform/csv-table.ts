import { CsvError, parse } from 'csv-parse/sync'

/** The cells of a CSV that somebody else wrote, trimmed, in UTF-8 (with or without BOM) or the code of Chinese Windows; null for what is none. */
export function readCsvTable(bytes: Uint8Array, delimiter = ','): string[][] | null {
  try {
    const table: string[][] = parse(decode(bytes), {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    return table.map((cells) => cells.map((cell) => cell.trim()))
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** UTF-8 if it is valid UTF-8, else GB 18030, which contains GBK. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}
