import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { archiveLimits } from './archive-limits'
import { lockList } from './lock-list.server'

/** A ZIP on its way, as the device describes it with every piece; `mark` tells that it is the same file. */
export type Archive = { fileName: string; mark: string; bytes: number }

/**
 * Takes in one piece of the ZIP with a table's photographs: `start` is where it begins in the whole. A piece that is here already, or one that comes too early, changes nothing: the answer says from
 * where to go on, so that a line that broke or a reload never brings a byte twice. With an empty piece it only tells. Another file comes instead of the one before. With the last piece its pictures are taken
 * out by a job. Refuses a table that is a draft no longer and a ZIP that is too large.
 */
export async function receiveArchive({
  actor,
  listId,
  archive,
  start,
  body,
}: {
  actor: Actor
  listId: string
  archive: Archive
  start: number
  body: Uint8Array
}): Promise<{ received: number }> {
  if (archive.bytes > archiveLimits.bytes) {
    const max = archiveLimits.bytes / 1024 / 1024
    throw new Refusal('pieces.archiveTooLarge', 422, { max }, 'archive')
  }
  return inScope(actor, async (tx) => {
    const { state } = await lockList(tx, { actor, listId })
    if (state !== 'draft') throw new Refusal('pieces.takenAlready')
    const { id, received } = await rowOf(tx, listId, archive)
    const isNext = start === received && body.length > 0 && start + body.length <= archive.bytes
    if (!isNext) return { received }
    await tx.photoArchivePiece.create({ data: { archiveId: id, start, body: new Uint8Array(body) } })
    const now = received + body.length
    if (now === archive.bytes) {
      await tx.photoArchive.update({ where: { id }, data: { state: 'unpacking' }, select: { id: true } })
      await enqueue(tx, 'photo-archive', { archiveId: id })
    }
    return { received: now }
  })
}

/** The caller holds the table's row. A refused file may be sent once more. */
async function rowOf(tx: Tx, listId: string, archive: Archive): Promise<{ id: string; received: number }> {
  const { mark, bytes } = archive
  const known = await tx.photoArchive.findUnique({
    where: { listId },
    select: { id: true, received: true, mark: true, bytes: true, state: true },
  })
  if (known && known.mark === mark && known.bytes === bytes && known.state !== 'refused') return known
  if (known) await tx.photoArchive.delete({ where: { id: known.id }, select: { id: true } })
  const fileName = archive.fileName.normalize('NFC').replaceAll('\0', '').slice(-120) || 'photos.zip'
  return tx.photoArchive.create({
    data: { listId, fileName, mark, bytes },
    select: { id: true, received: true },
  })
}
