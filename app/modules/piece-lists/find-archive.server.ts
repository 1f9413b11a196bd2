import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { findList } from './lock-list.server'

/** How far the photographs of a table are; null without any. */
export type ArchiveProgress = {
  state: 'arriving' | 'unpacking' | 'done' | 'refused'
  entries: number
  taken: number
} | null

/** How far the photographs of a table of hers are, without trying the table: asked again and again while they are taken in. */
export function findArchive({
  actor,
  listId,
}: {
  actor: Actor
  listId: string
}): Promise<{ archive: ArchiveProgress }> {
  return inScope(actor, async (tx) => {
    await findList(tx, { actor, listId })
    const archive = await tx.photoArchive.findUnique({
      where: { listId },
      select: { id: true, state: true, entries: true },
    })
    if (!archive) return { archive: null }
    const { state, entries } = archive
    return { archive: { state, entries, taken: await tx.pieceListPhoto.count({ where: { listId } }) } }
  })
}
