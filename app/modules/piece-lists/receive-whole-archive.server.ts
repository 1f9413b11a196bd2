import { createHash } from 'node:crypto'
import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import { archiveLimits } from './archive-limits'
import { receiveArchive } from './receive-archive.server'

/** The same for a ZIP that came as a whole, from a browser without scripts. Refuses an empty one, and what receiveArchive refuses. */
export async function receiveWholeArchive({
  actor,
  listId,
  file,
}: {
  actor: Actor
  listId: string
  file: File
}): Promise<void> {
  if (file.size === 0) throw new Refusal('pieces.archiveMissing', 422, {}, 'archive')
  const whole = new Uint8Array(await file.arrayBuffer())
  const mark = createHash('sha256').update(whole).digest('hex')
  const archive = { fileName: file.name, mark, bytes: whole.length }
  for (let start = 0; start < whole.length; ) {
    const body = whole.subarray(start, start + archiveLimits.pieceBytes)
    const { received } = await receiveArchive({ actor, listId, archive, start, body })
    if (received <= start) return
    start = received
  }
}
