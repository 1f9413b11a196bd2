/** Rows of one statement: each then ends long before its time is over, whatever else the database does. */
const partSize = 5_000

/** Does something with many rows, some at a time, one part after the other. */
export async function inParts<Row>(
  rows: readonly Row[],
  work: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += partSize) await work(rows.slice(at, at + partSize))
}

/** As many ids as asked for, each greater than the one before and than those of earlier calls (UUIDv7): rows that are written together keep their order. */
export function orderedIds(count: number): string[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, at) => {
    const time = (now + Math.floor(at / 0x1000)).toString(16).padStart(12, '0')
    const place = (at % 0x1000).toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${crypto.randomUUID().slice(19)}`
  })
}
