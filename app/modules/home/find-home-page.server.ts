import { splitPrice } from '~/modules/cart/split-price.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { findOpeningPiece } from '~/modules/catalog/find-opening-piece.server'
import { countySquares } from '~/modules/search/county-squares'
import { findNewPieces } from '~/modules/search/find-new-pieces.server'
import { findWaysIn } from '~/modules/search/find-ways-in.server'
import { solarTermOn } from '~/modules/season/solar-term'
import { findSpeakingMakers } from '~/modules/sellers/find-speaking-makers.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import type { Locale } from '~/platform/i18n/locale'
import { findHomeContent } from './find-home-content.server'

export type HomePageView = Awaited<ReturnType<typeof findHomePage>>

/** All that stands on the first page; beforehand, as it would be at an instant (findHomeContent). */
export async function findHomePage(locale: Locale, preview: { at: Date | null } | null = null) {
  const [terms, crafts, newest, ways, content] = await Promise.all([
    findSaleTerms(),
    findCrafts(locale),
    findNewPieces(locale, 5),
    findWaysIn(locale, [...countySquares.keys()]),
    findHomeContent(locale, preview),
  ])
  const term = solarTermOn(terms.today)
  const opening = await findOpeningPiece(locale, term.from)
  const speakers = await findSpeakingMakers({
    locale,
    turn: term.from,
    exceptProductSlug: opening?.slug ?? '',
    sellerIds: content.sellerIds,
  })
  const example = newest[0]
  return {
    term,
    crafts,
    newest,
    ways,
    opening,
    speakers,
    content,
    example: example
      ? { title: example.title, split: splitPrice(BigInt(example.fromPriceFen), terms) }
      : null,
    returnWindowDays: terms.returnWindowDays,
  }
}
