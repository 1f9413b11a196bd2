import type { Actor } from '~/modules/auth/actor'
import { acceptPicture } from '~/modules/media/accept-picture.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockDraft, writeContent } from './lock-revision.server'
import { inShotOrder, type ListingPhoto, nextShot, type Shot } from './shots'

/**
 * Adds one photo to her draft and keeps it at once: under the view she took it for (replacing what was there), else under the next free one. Returns
 * the view and whether the photo is too dark. The same photo for the view it has already changes nothing. Refuses what acceptPicture refuses, a seventh photo, and the same photo twice.
 */
export async function addListingPhoto({
  actor,
  productId,
  bytes,
  shot = null,
}: {
  actor: Actor
  productId: string
  bytes: Uint8Array
  shot?: Shot | null
}): Promise<{ shot: Shot; isDim: boolean }> {
  const { sellerId } = await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    placeFor(draft.content.photos, shot)
    return draft
  })
  const { mediaId, isDim } = await acceptPicture({ sellerId, bytes })
  return inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const place = placeFor(draft.content.photos, shot)
    const others = draft.content.photos.filter((photo) => photo.shot !== place)
    if (others.some((photo) => photo.mediaId === mediaId)) throw new Refusal('studio.photoTwice', 422)
    const photos = inShotOrder([...others, { mediaId, shot: place }])
    await writeContent(tx, { actor, draft, content: { ...draft.content, photos } })
    return { shot: place, isDim }
  })
}

function placeFor(photos: readonly ListingPhoto[], shot: Shot | null): Shot {
  const place = shot ?? nextShot(photos)
  if (!place) throw new Refusal('studio.photosFull', 422)
  return place
}
