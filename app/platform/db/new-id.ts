import { randomBytes } from 'node:crypto'

/** the millisecond of the last id, and how many were made in it */
let last = 0
let count = 0
const mostCount = 0xfff

/**
 * An id for a row that is written by a statement of ours: a UUIDv7, as the ORM makes them, of which a later one is greater than an earlier one of this process. Rows that are listed by their ids come in the order in which
 * they were made.
 */
export function newId(now: number = Date.now()): string {
  if (now > last) [last, count] = [now, 0]
  else if (count === mostCount) [last, count] = [last + 1, 0]
  else count += 1
  const random = randomBytes(8)
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0)
  const hex = last.toString(16).padStart(12, '0') + (0x7000 | count).toString(16) + random.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
