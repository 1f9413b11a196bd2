import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { lockDraft, writeContent } from './lock-revision.server'
import { movePhoto, type Shot } from './shots'

/** Puts a photo of her draft under another view; what was there takes its place. The order of the views is the order in the shop. */
export async function moveListingPhoto({
  actor,
  productId,
  mediaId,
  to,
}: {
  actor: Actor
  productId: string
  mediaId: string
  to: Shot
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const photos = movePhoto(draft.content.photos, mediaId, to)
    await writeContent(tx, { actor, draft, content: { ...draft.content, photos } })
  })
}
