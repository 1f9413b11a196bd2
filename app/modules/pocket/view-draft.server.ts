import type { ListingPhotoView } from '~/modules/catalog/listing-photos.server'
import type { ListingDraft } from '~/modules/catalog/schema'
import { priceValues, wordsValues } from '~/modules/catalog/step-values.server'
import { pocketFields } from './pocket-fields'
import type { PocketDraft } from './pocket-view'

/** An open draft as a device carries it along: the fields that the pocket asks, and its photos in their smallest size. */
export function viewDraft({
  id,
  sellerId,
  isLive,
  content,
  photos,
}: {
  id: string
  sellerId: string
  isLive: boolean
  content: ListingDraft
  photos: readonly ListingPhotoView[]
}): PocketDraft {
  const written: Record<string, string> = { ...wordsValues(content), ...priceValues(content) }
  return {
    id,
    sellerId,
    isLive,
    values: Object.fromEntries(pocketFields.map((field) => [field, written[field] ?? ''])),
    photos: photos.flatMap(({ shot, photo }) => {
      const [smallest] = photo.jpeg
      return smallest ? [{ shot, src: smallest.src }] : []
    }),
    hasKinds: content.options.length > 0,
  }
}
