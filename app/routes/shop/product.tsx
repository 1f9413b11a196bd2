import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { AddedBanner } from '~/modules/cart/components/added-banner'
import { PriceSection } from '~/modules/cart/components/price-section'
import { findCartCount } from '~/modules/cart/find-cart-count.server'
import { splitPrice } from '~/modules/cart/split-price.server'
import { AboutPiece } from '~/modules/catalog/components/about-piece'
import { AccountOfPrice } from '~/modules/catalog/components/account-of-price'
import { BuyingColumn } from '~/modules/catalog/components/buying-column'
import { HandNote } from '~/modules/catalog/components/hand-note'
import { ProductBar } from '~/modules/catalog/components/product-bar'
import { ProductShots } from '~/modules/catalog/components/product-shots'
import { ProductTitle } from '~/modules/catalog/components/product-title'
import { getProductPage } from '~/modules/catalog/get-product-page.server'
import { priceAccount } from '~/modules/catalog/price-account'
import { productData } from '~/modules/catalog/product-data'
import { productOffer } from '~/modules/catalog/product-offer'
import { keepVisitorToken, readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { askQuestion } from '~/modules/questions/ask-question.server'
import { PieceQuestions } from '~/modules/questions/components/piece-questions'
import { findAskedQuestions } from '~/modules/questions/find-questions.server'
import { AskForm } from '~/modules/questions/schema'
import { KeepPieceLine } from '~/modules/search/components/marks'
import { MorePieces } from '~/modules/search/components/more-pieces'
import { PageProblem } from '~/modules/search/components/page-problem'
import { findSellerPieces } from '~/modules/search/find-seller-pieces.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { ProductParams, paths } from '~/paths'
import { answer, handleForm, parseParams } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { RailSection } from '~/ui/rail-section'

export const handle = { bar: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, ProductParams)
  const locale = requestLocale(request)
  const done = new URL(request.url).searchParams.get('done')
  return answer(request, async () => {
    const visitor = await readVisitor(request, await findActor(request))
    const [product, terms, basketCount, asked] = await Promise.all([
      getProductPage(slug, locale),
      findSaleTerms({ product: { slug } }),
      done === 'added' ? findCartCount(request) : 0,
      findAskedQuestions({ visitor, locale, slug }),
    ])
    const sellerSlug = product.seller.slug
    const more = await findSellerPieces({ sellerSlug, locale, exceptSlug: slug, take: 4 })
    const offer = productOffer(product, terms.today, terms.stockShipDays)
    const picture = product.pictures[0]?.photo
    const head = pageHead(request, {
      title: `${product.title} · ${translator(locale)('common.brand')}`,
      description: product.story,
      ...(picture ? { picture } : {}),
    })
    return {
      product,
      offer,
      more,
      own: asked.filter(({ answer, isHidden }) => answer === null || isHidden),
      wasAsked: done === 'asked',
      split: offer ? splitPrice(BigInt(offer.first.priceFen), terms) : null,
      account: offer && priceAccount(product, { priceFen: BigInt(offer.first.priceFen), ...terms }),
      returnWindowDays: terms.returnWindowDays,
      addedCount: basketCount,
      head,
      data: productData({ product, address: head.canonical, image: head.image, origin: publicOrigin() }),
    }
  })
}

/** A question to the maker. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, ProductParams)
  return handleForm(request, AskForm, async ({ words }) => {
    const visitor = await readVisitor(request, await findActor(request))
    const { token } = await askQuestion({ visitor, slug, words, address: context.clientAddress })
    const path = localPath(requestLocale(request), `${paths.product({ slug })}?done=asked#questions`)
    return redirect(path, {
      status: 303,
      headers: token === null ? {} : { 'Set-Cookie': await keepVisitorToken(token) },
    })
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, data ? { isHidden: !data.product.isOnSale, data: data.data } : {})

export default function Product() {
  const { product, offer, more, own, wasAsked, split, account, returnWindowDays, addedCount } =
    useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, href } = useTranslator()
  const { craft, seller } = product
  return (
    <>
      <div className="wrap">
        <AddedBanner count={addedCount} />
        <Crumbs
          label={t('shop.crumbsLabel')}
          trail={[
            { text: t('common.home'), href: href(paths.home()) },
            { text: craft.name, href: href(paths.craft({ craft: craft.code })) },
          ]}
          here={product.title}
        />
        <div className="product">
          <ProductShots pictures={product.pictures} />
          <div className="buy" id="buy">
            <div className="buy-inner">
              <ProductTitle product={product} />
              {offer ? (
                <BuyingColumn
                  product={product}
                  offer={offer}
                  postage={split}
                  returnWindowDays={returnWindowDays}
                />
              ) : null}
              <KeepPieceLine slug={product.slug} />
              <HandNote seller={seller} />
            </div>
          </div>
        </div>
      </div>
      <RailSection title={t('shop.aboutTitle')}>
        <AboutPiece product={product} />
      </RailSection>
      {split && product.isOnSale ? (
        <PriceSection split={split} returnWindowDays={returnWindowDays} maker={seller.name}>
          {account ? <AccountOfPrice account={account} /> : null}
        </PriceSection>
      ) : null}
      <PieceQuestions
        answered={product.questions}
        own={own}
        sellerName={seller.name}
        canAsk={product.isOnSale}
        wasAsked={wasAsked}
        failure={failure}
      />
      <MorePieces pieces={more} />
      {split && offer?.canBuy && product.isOnSale ? (
        <ProductBar priceFen={split.priceFen} postageFen={split.postageFen} />
      ) : null}
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
