import { DutiesNote } from '~/modules/abroad/components/destination-line'
import { AboutPiece } from '~/modules/catalog/components/about-piece'
import { AccountOfPrice } from '~/modules/catalog/components/account-of-price'
import { type AbroadOffer, BuyingColumn } from '~/modules/catalog/components/buying-column'
import { HandNote } from '~/modules/catalog/components/hand-note'
import { ProductBar } from '~/modules/catalog/components/product-bar'
import { ProductShots } from '~/modules/catalog/components/product-shots'
import { ProductTitle } from '~/modules/catalog/components/product-title'
import type { PriceAccount } from '~/modules/catalog/price-account'
import type { ProductOffer } from '~/modules/catalog/product-offer'
import type { ProductPageView } from '~/modules/catalog/product-page-view'
import { PieceQuestions } from '~/modules/questions/components/piece-questions'
import type { AskedQuestion } from '~/modules/questions/question-view'
import { KeepPieceLine } from '~/modules/search/components/marks'
import { MorePieces } from '~/modules/search/components/more-pieces'
import type { PieceView } from '~/modules/search/piece-view'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { RailSection } from '~/ui/rail-section'
import type { PriceSplit } from '../split-price.server'
import { AddedBanner } from './added-banner'
import { PriceSection } from './price-section'

/** All that one piece's page says. */
export type PiecePageData = {
  product: ProductPageView
  offer: ProductOffer | null
  /** of the kind chosen first */
  split: PriceSplit | null
  /** of each kind of the offer: when she sends it abroad */
  abroads: (AbroadOffer | null)[]
  /** of each kind of the offer */
  splits: (PriceSplit | null)[]
  /** what goes into one piece, when its maker shows it */
  account: PriceAccount | null
  /** days after which a parcel inside the mainland has usually arrived */
  usualWayDays: number
  returnWindowDays: number
  /** pieces in the basket, when one was put there just now */
  addedCount: number
  /** her own questions that are not among those shown to everybody */
  own: AskedQuestion[]
  wasAsked: boolean
  /** of the same shop */
  more: PieceView[]
  /** of other shops */
  similar: PieceView[]
}

/** One piece: photographs, the buying column, its story, where the money goes, questions, other pieces. */
export function PiecePage({ data, failure }: { data: PiecePageData; failure: FormFailure | null }) {
  const { product, offer, split, abroads, returnWindowDays } = data
  const [abroad] = abroads
  const canBuy = product.isOnSale && offer?.canBuy === true && abroads.some((one) => !one?.problem)
  const { t, href } = useTranslator()
  const { craft, seller } = product
  const country = abroad?.destination.name
  const isBuying = failure?.intent === 'add' || failure?.intent === 'buy'
  return (
    <>
      <div className="wrap">
        <AddedBanner count={data.addedCount} />
        <Crumbs
          label={t('shop.crumbsLabel')}
          trail={[
            { text: t('common.home'), href: href(paths.home()) },
            { text: craft.name, href: href(paths.craft({ craft: craft.code })) },
          ]}
          here={product.title}
          hereLang={product.textLang}
        />
        <div className="product">
          <ProductShots pictures={product.pictures} />
          <div className="buy">
            <div className="buy-inner">
              <ProductTitle product={product} />
              {offer ? (
                <BuyingColumn
                  product={product}
                  offer={offer}
                  postages={data.splits}
                  abroads={data.abroads}
                  usualWayDays={data.usualWayDays}
                  returnWindowDays={returnWindowDays}
                  failure={isBuying ? failure : null}
                />
              ) : null}
              {abroad && canBuy ? <DutiesNote destination={abroad.destination} /> : null}
              <KeepPieceLine slug={product.slug} />
              {product.isOnSale ? (
                <p>
                  <a className="link link-line" href={href(paths.share({ slug: product.slug }))}>
                    {t('share.title')}
                  </a>
                </p>
              ) : null}
              <HandNote seller={seller} />
            </div>
          </div>
        </div>
      </div>
      <RailSection title={t('shop.aboutTitle')}>
        <AboutPiece product={product} />
      </RailSection>
      {split && product.isOnSale && !abroad?.problem ? (
        <PriceSection split={split} returnWindowDays={returnWindowDays} maker={seller.name} country={country}>
          {data.account ? <AccountOfPrice account={data.account} /> : null}
        </PriceSection>
      ) : null}
      <PieceQuestions
        answered={product.questions}
        own={data.own}
        sellerName={seller.name}
        canAsk={product.isOnSale && product.takesQuestions}
        wasAsked={data.wasAsked}
        failure={isBuying ? null : failure}
      >
        <p className="ask-alone">
          <a
            className="link link-line"
            href={href(paths.accountMessagesAbout({ slug: product.slug }))}
            rel="nofollow"
          >
            {t('messages.ask')}
          </a>
          <span className="field-hint">{t('messages.askHint')}</span>
        </p>
      </PieceQuestions>
      <MorePieces title={t('shop.moreTitle')} pieces={data.more} />
      <MorePieces title={t('shop.similarTitle')} pieces={data.similar} />
      <p className="wrap small pt-6">
        <a className="link" href={href(paths.report({ product: product.slug }))} rel="nofollow">
          {t('reports.link')}
        </a>
      </p>
      {split && offer && canBuy ? (
        <ProductBar
          kinds={offer.kinds.flatMap(({ variant }, at) => {
            const own = data.splits[at]
            return own ? [{ ...own, id: variant.id, isFirst: variant.id === offer.first.id }] : []
          })}
        />
      ) : null}
    </>
  )
}
