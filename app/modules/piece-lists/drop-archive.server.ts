import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { lockList } from './lock-list.server'

/** Forgets the photographs that came for a table, those still on their way too. Once its pieces are drafts there is nothing to forget. */
export async function dropArchive({ actor, listId }: { actor: Actor; listId: string }): Promise<void> {
  await inScope(actor, async (tx) => {
    await lockList(tx, { actor, listId })
    await tx.photoArchive.deleteMany({ where: { listId } })
    await tx.pieceListPhoto.deleteMany({ where: { listId } })
  })
}
