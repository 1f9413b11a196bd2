import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import type { ListingStep } from './listing-limits'

/** How each step of a listing is called. */
export const stepTitle = {
  photos: 'studio.stepPhotos',
  words: 'studio.stepWords',
  price: 'studio.stepPrice',
} as const satisfies Record<ListingStep, MessageKey>

/** The page of a step. */
export function stepPath(step: ListingStep, productId: string): string {
  if (step === 'photos') return paths.studioPhotos({ productId })
  return step === 'words' ? paths.studioWords({ productId }) : paths.studioPrice({ productId })
}
