import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import type { ListingStep } from './listing-limits'

/** How each step of a listing is called. */
export const stepTitle = {
  photos: 'studio.stepPhotos',
  words: 'studio.stepWords',
  price: 'studio.stepPrice',
} as const satisfies Record<ListingStep, MessageKey>

/** The field that lacks something, on the page of its step, which then says what. The price is typed under another name than the fen that are kept. */
export function faultHref(fault: { step: ListingStep; field: string }, productId: string): string {
  return `${stepPath(fault.step, productId)}?check#${fault.field === 'priceFen' ? 'price' : fault.field}`
}

/** The page of a step. */
export function stepPath(step: ListingStep, productId: string): string {
  if (step === 'photos') return paths.studioPhotos({ productId })
  return step === 'words' ? paths.studioWords({ productId }) : paths.studioPrice({ productId })
}
