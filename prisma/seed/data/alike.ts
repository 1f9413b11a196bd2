import { samplePicture } from '../pictures/pictures'
import type { ProductSeed } from './types'

/** What decides how far apart two pieces hang. */
export type Hung = Pick<ProductSeed, 'key' | 'pictures'>

/** Two pieces further apart than this may lead with the same picture. */
export const reach = 3

/**
 * Where pieces stand together, and within how many places two of one motif and tone may not: on the pages of the whole shop beside and above each
 * other in up to three columns, side by side not even two of one motif; in one maker's shop, who makes what she makes, beside each other.
 */
export type Listing = 'page' | 'shop'
const lookReach: Readonly<Record<Listing, number>> = { page: 3, shop: 1 }

/** The pairs of a listing that look alike and stand too close, in words. Empty: nobody sees double. */
export function findAlike(listing: Listing, pieces: readonly Hung[]): string[] {
  return pieces.flatMap((piece, place) =>
    pieces
      .slice(place + 1, place + 1 + reach)
      .flatMap((other, gap) =>
        isAlike(piece, other, { near: gap < lookReach[listing], side: listing === 'page' && gap === 0 })
          ? [`${piece.key} and ${other.key}, ${gap + 1} apart`]
          : [],
      ),
  )
}

/** Whether two pieces lead with the same picture; near each other also with one of the same motif and tone, side by side of the same motif. */
function isAlike(first: Hung, second: Hung, at: { near: boolean; side: boolean }): boolean {
  const [one, other] = [leading(first), leading(second)]
  if (one.group === other.group) return true
  return one.motif === other.motif && (at.side || (at.near && one.tone === other.tone))
}

function leading({ key, pictures: [file] }: Hung) {
  if (file === undefined) throw new Error(`${key} has no picture`)
  return samplePicture(file)
}
