import { partsOf } from '../pictures/parts'
import type { ProductSeed } from './types'

/** How many pictures fill the plates of a piece's page evenly: a large one and one pair, or two pairs. */
const evenGalleries = [3, 5] as const

/**
 * What hangs on a piece's page, as names of Media.sampleFile: its own pictures in their order, then parts of them seen closer, until the plates are
 * filled evenly. Never another piece.
 */
export function galleryOf({ pictures }: Pick<ProductSeed, 'pictures'>): string[] {
  const full = evenGalleries.find((size) => size >= pictures.length) ?? pictures.length
  const parts = pictures.flatMap(partsOf).map(({ file }) => file)
  return [...pictures, ...parts].slice(0, full)
}
