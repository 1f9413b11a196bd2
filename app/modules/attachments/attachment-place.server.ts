import { createHash } from 'node:crypto'

/** The name under which the sealed bytes lie: stored files are named by a hash, and this one tells nothing of what is in it. */
export function attachmentName(id: string): string {
  return createHash('sha256').update(`attachment|${id}`).digest('hex')
}

/** What the sealed bytes are bound to: those of one attachment do not open as another's. */
export function attachmentPlace(id: string) {
  return { table: 'Attachment', column: 'bytes', row: id }
}
