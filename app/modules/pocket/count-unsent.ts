import { hasOpenEnds } from './open-ends'
import { canKeep, readAllPhotos, readAllRecordings, readDrafts } from './store'

/** How many pieces have words, a recording or photographs that lie on this device alone. */
export async function countUnsent(): Promise<number> {
  if (!canKeep()) return 0
  const drafts = (await readDrafts()).filter(hasOpenEnds).map(({ id }) => id)
  const photos = (await readAllPhotos()).map(({ draftId }) => draftId)
  const recordings = (await readAllRecordings()).map(({ productId }) => productId)
  return new Set([...drafts, ...photos, ...recordings]).size
}
