import { samplePicture } from '../pictures/pictures'
import type { ProductSeed } from './types'

/** What decides how far apart two pieces hang. */
export type Hung = Pick<ProductSeed, 'key' | 'pictures'>

/** Two pieces further apart than this may lead with the same picture. */
export const reach = 3

/**
 * Where pieces stand together, and within how many places two of one motif and tone may not: on the pages of the whole shop beside and above each
 * other in up to three columns; in one maker's shop, who makes what she makes, beside each other.
 */
export type Listing = 'page' | 'shop'
const lookReach: Readonly<Record<Listing, number>> = { page: 3, shop: 1 }

/** The pairs of a listing that look alike and stand too close, in words. Empty: nobody sees double. */
export function findAlike(listing: Listing, pieces: readonly Hung[]): string[] {
  return pieces.flatMap((piece, place) =>
    pieces
      .slice(place + 1, place + 1 + reach)
      .flatMap((other, gap) =>
        isAlike(piece, other, gap < lookReach[listing])
          ? [`${piece.key} and ${other.key}, ${gap + 1} apart`]
          : [],
      ),
  )
}

/** Whether two pieces lead with the same picture; when they stand close also with one of the same motif and tone. */
function isAlike(first: Hung, second: Hung, isClose: boolean): boolean {
  const [one, other] = [leading(first), leading(second)]
  return one.group === other.group || (isClose && one.motif === other.motif && one.tone === other.tone)
}

function leading({ key, pictures: [file] }: Hung) {
  if (file === undefined) throw new Error(`${key} has no picture`)
  return samplePicture(file)
}
