import { findAlike, type Hung, type Listing, reach } from './alike'
import type { ProductSeed } from './types'

type Piece = Hung & Pick<ProductSeed, 'seller'>

/**
 * Hangs pieces as near to the given order as it goes so that neighbours differ, in the whole list and in each seller's part of it. What fits nowhere
 * further on goes back to the last gap that takes it, and to the end when there is none. The same pieces always hang the same.
 */
export function hang<T extends Piece>(pieces: readonly T[]): T[] {
  const hung: T[] = []
  const left = [...pieces]
  while (left.length > 0) {
    const next = left.findIndex((piece) => fits([...hung, piece], hung.length))
    if (next === -1) break
    hung.push(...left.splice(next, 1))
  }
  for (const piece of left) {
    let place = hung.length
    while (place >= 0 && !fits(hung.toSpliced(place, 0, piece), place)) place -= 1
    hung.splice(place === -1 ? hung.length : place, 0, piece)
  }
  return hung
}

/** Whether nobody sees double around this place of the list, nor around it in that seller's part. */
function fits(list: readonly Piece[], place: number): boolean {
  const piece = list[place]
  if (!piece) return true
  const shop = list.filter(({ seller }) => seller === piece.seller)
  return isClear('page', list, place) && isClear('shop', shop, shop.indexOf(piece))
}

const isClear = (listing: Listing, list: readonly Piece[], place: number): boolean =>
  findAlike(listing, list.slice(Math.max(0, place - reach), place + reach + 1)).length === 0
