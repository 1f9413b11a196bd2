import { readDestination } from '~/modules/abroad/destination-choice.server'
import { pieceAbroad } from '~/modules/abroad/piece-abroad'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { priceAccount } from '~/modules/catalog/price-account'
import { productOffer } from '~/modules/catalog/product-offer'
import type { VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import { findAskedQuestions } from '~/modules/questions/find-questions.server'
import { findBeside } from '~/modules/search/find-beside.server'
import { keepAnswers } from '~/platform/db/kept-answers'
import type { Locale } from '~/platform/i18n/locale'
import type { PiecePageData } from './components/piece-page'
import { findCartCount } from './find-cart-count.server'
import { findPieceTerms, type PieceTerms } from './find-piece-terms.server'
import { splitPrice } from './split-price.server'

type FindPiecePageInput = { request: Request; slug: string; visitor: VisitorProof; locale: Locale }

const others = 4

/** What stands beside a piece: a list like others, which change only with what is on sale. */
const besides = keepAnswers<Pick<PiecePageData, 'more' | 'similar'>>(500)

/** What is told of the sale of a piece, alike for all of a craft from one kind of seller into one country, which changes only with a rule or a setting; a basket and a checkout read them anew. */
const termsOf = keepAnswers<PieceTerms>(300)

/** Everything on a piece's page; null for a slug that shows none. Four statements for a stranger, one where the terms and what stands beside it are known; one or two more for who kept, asked or put something in the basket. */
export async function findPiecePage({
  request,
  slug,
  visitor,
  locale,
}: FindPiecePageInput): Promise<PiecePageData | null> {
  const done = new URL(request.url).searchParams.get('done')
  const [product, addedCount, asked] = await Promise.all([
    findProductPage(slug, locale),
    done === 'added' ? findCartCount(request) : 0,
    findAskedQuestions({ visitor, locale, slug }),
  ])
  if (!product) return null
  const { seller, craft, goods } = product
  const country = readDestination(request)
  const [{ terms, abroad: abroadTerms }, { more, similar }] = await Promise.all([
    termsOf(`${goods.craftId} ${seller.kind} ${country}`, () => findPieceTerms(slug, country)),
    besides(`${locale} ${slug}`, () =>
      findBeside({ product, sellerSlug: seller.slug, craftCode: craft.code, locale, take: others }),
    ),
  ])
  const offer = productOffer(product, terms.today, terms.stockShipDays)
  const kinds = offer?.kinds ?? []
  const abroads = kinds.map(({ variant: { weightGrams } }) =>
    abroadTerms ? pieceAbroad({ ...product.goods, weightGrams, quantity: 1 }, abroadTerms, locale) : null,
  )
  const splits = kinds.map(({ variant }, at) =>
    splitPrice(BigInt(variant.priceFen), terms, abroads[at]?.postage?.fen),
  )
  const first = kinds.findIndex(({ variant }) => variant.id === offer?.first.id)
  return {
    product,
    offer,
    splits,
    account: offer && priceAccount(product, { priceFen: BigInt(offer.first.priceFen), ...terms }),
    split: splits[first] ?? null,
    abroads: abroads.map((abroad) => abroad && { ...abroad, postage: abroad.postage?.sentBy ?? null }),
    usualWayDays: terms.usualWayDays,
    returnWindowDays: terms.returnWindowDays,
    addedCount,
    own: asked.filter(({ answer, isHidden }) => answer === null || isHidden),
    wasAsked: done === 'asked',
    more,
    similar,
  }
}
