import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockList } from './lock-list.server'

/** Throws a table away whose pieces were not begun, with the photographs that came for it. */
export async function discardList({ actor, listId }: { actor: Actor; listId: string }): Promise<void> {
  await inScope(actor, async (tx) => {
    const { state } = await lockList(tx, { actor, listId })
    if (state !== 'draft') throw new Refusal('pieces.takenAlready')
    await tx.pieceList.delete({ where: { id: listId }, select: { id: true } })
  })
}
