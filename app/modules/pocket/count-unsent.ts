import { hasOpenEnds } from './open-ends'
import { canKeep, readAllPhotos, readDrafts } from './store'

/** How many pieces have words, a recording or photographs that lie on this device alone. */
export async function countUnsent(): Promise<number> {
  if (!canKeep()) return 0
  const drafts = (await readDrafts()).filter(hasOpenEnds).map(({ id }) => id)
  const photos = (await readAllPhotos()).map(({ draftId }) => draftId)
  return new Set([...drafts, ...photos]).size
}
