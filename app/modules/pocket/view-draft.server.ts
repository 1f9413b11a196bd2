import { attributeValues } from '~/modules/catalog/craft-template'
import type { ListingPhotoView } from '~/modules/catalog/listing-photos.server'
import type { ListingDraft } from '~/modules/catalog/schema'
import { priceValues, wordsValues } from '~/modules/catalog/step-values.server'
import { fieldsIn, type PocketValues } from './pocket-fields'
import type { PocketDraft } from './pocket-view'

/** An open draft as a device carries it along: the fields that the pocket asks, and its photos in their smallest size. */
export function viewDraft({
  id,
  sellerId,
  isLive,
  content,
  photos,
  said,
}: {
  id: string
  sellerId: string
  isLive: boolean
  content: ListingDraft
  photos: readonly ListingPhotoView[]
  said: PocketDraft['said']
}): PocketDraft {
  const written: Record<string, string> = { ...wordsValues(content), ...priceValues(content) }
  const answers: PocketValues = attributeValues(content.attributes)
  return {
    id,
    sellerId,
    isLive,
    values: Object.fromEntries(fieldsIn(answers).map((field) => [field, written[field] ?? ''])),
    said,
    photos: photos.flatMap(({ shot, photo }) => {
      const [smallest] = photo.jpeg
      return smallest ? [{ shot, src: smallest.src }] : []
    }),
    hasKinds: content.options.length > 0,
  }
}
