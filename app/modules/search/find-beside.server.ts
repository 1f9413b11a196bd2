import type { Locale } from '~/platform/i18n/locale'
import { hasBit } from './bits'
import { findPieces } from './find-pieces.server'
import { findSellerPieces } from './find-seller-pieces.server'
import { findSimilarPieces } from './find-similar-pieces.server'
import type { PieceView } from './piece-view'
import { findShelf } from './shelf.server'
import { othersOn, similarOn } from './shelf-beside'

type FindBesideInput = {
  /** the piece that they stand beside */
  product: { id: string; slug: string; fromPriceFen: number }
  sellerSlug: string
  craftCode: string
  locale: Locale
  /** so many of each */
  take: number
}

/** What stands beside a piece: others of its maker, and others' that are like it. One statement where this process has all pieces and their choices, two where the database has to choose. */
export async function findBeside({
  product,
  sellerSlug,
  craftCode,
  locale,
  take,
}: FindBesideInput): Promise<{ more: PieceView[]; similar: PieceView[] }> {
  const { slug } = product
  const shelf = (await findShelf())?.shelf
  const place = shelf?.placeOf(product.id)
  if (shelf && place !== undefined && hasBit(shelf.shown, place)) {
    const beside = othersOn(shelf, place, take)
    const similar = similarOn(shelf, place, { beside, craftCode, take })
    const ids = (places: readonly number[]) => places.map((at) => shelf.ids[at] ?? '')
    const pieces = await findPieces([...ids(beside), ...ids(similar)], locale)
    return { more: thereOf(pieces.slice(0, beside.length)), similar: thereOf(pieces.slice(beside.length)) }
  }
  const more = await findSellerPieces({ sellerSlug, locale, exceptSlug: slug, take })
  const like = { slug, beside: more.map((piece) => piece.slug), craftCode, locale, take }
  return { more, similar: await findSimilarPieces({ ...like, priceFen: product.fromPriceFen }) }
}

function thereOf(pieces: readonly (PieceView | null)[]): PieceView[] {
  return pieces.filter((piece) => piece !== null)
}
