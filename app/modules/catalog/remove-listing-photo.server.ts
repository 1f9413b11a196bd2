import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { lockDraft, writeContent } from './lock-revision.server'

/** Takes a photo out of her draft; one that is not there (any more) changes nothing. The picture itself stays: earlier steps show it. */
export async function removeListingPhoto({
  actor,
  productId,
  mediaId,
}: {
  actor: Actor
  productId: string
  mediaId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const photos = draft.content.photos.filter((photo) => photo.mediaId !== mediaId)
    await writeContent(tx, { actor, draft, content: { ...draft.content, photos } })
  })
}
