/** Rows of one statement: each then ends long before its time is over, whatever else the database does. */
const partSize = 5_000

/** Does something with many rows, some at a time, one part after the other. */
export async function inParts<Row>(
  rows: readonly Row[],
  work: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += partSize) await work(rows.slice(at, at + partSize))
}

/** The millisecond of the last id, and its place among those of that millisecond. */
let last = 0
let place = 0
const lastPlace = 0xfff

/** As many ids as asked for, each greater than the one before and than those of earlier calls in this process (UUIDv7): rows that are written together keep their order. */
export function orderedIds(count: number): string[] {
  const now = Date.now()
  return Array.from({ length: count }, () => {
    if (now > last) [last, place] = [now, 0]
    else if (place === lastPlace) [last, place] = [last + 1, 0]
    else place += 1
    const time = last.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${place.toString(16).padStart(3, '0')}-${crypto.randomUUID().slice(19)}`
  })
}
