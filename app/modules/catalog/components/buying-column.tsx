import { DestinationLine } from '~/modules/abroad/components/destination-line'
import type { DestinationView } from '~/modules/abroad/destination-view'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { Sentence } from '~/modules/search/components/sentence'
import { whenOf } from '~/modules/search/components/when-of'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { formatFen } from '~/ui/format-fen'
import { OptionTiles } from '~/ui/option-tile'
import { Price } from '~/ui/price'
import { WhenLine } from '~/ui/when-line'
import type { ProductOffer } from '../product-offer'
import type { ProductPageView, VariantView } from '../product-page-view'

/** Postage of this piece in a parcel of its own, and from which amount there is none; fen. */
type PostageFacts = { postageFen: number; freeFromFen: number | null } | null

/** How it goes abroad, in words, or why it cannot. */
export type AbroadOffer = { destination: DestinationView; postage: string | null; problem: string | null }

type BuyingColumnProps = {
  product: ProductPageView
  offer: ProductOffer
  postage: PostageFacts
  /** null: it goes inside the mainland */
  abroad: AbroadOffer | null
  returnWindowDays: number
}

/** Price, when it leaves, what can be chosen, the return rule above the button, the two buttons. */
export function BuyingColumn({ product, offer, postage, abroad, returnWindowDays }: BuyingColumnProps) {
  const { locale } = useTranslator()
  const isForSale = product.isOnSale && offer.canBuy
  const problem = isForSale ? (abroad?.problem ?? null) : null
  return (
    <>
      <p className="buy-price">
        <Price fen={offer.first.priceFen} locale={locale} />
        {isForSale && postage && problem === null ? (
          <PostageLine postage={postage} sentBy={abroad?.postage ?? null} />
        ) : null}
      </p>
      <EstimateLine fen={offer.first.priceFen} />
      <WhenItLeaves offer={offer} isOnSale={product.isOnSale} />
      {isForSale ? (
        <DestinationLine
          destination={abroad?.destination ?? null}
          back={paths.product({ slug: product.slug })}
        />
      ) : null}
      {problem ? (
        <Banner tone="wait">
          <p>{problem}</p>
        </Banner>
      ) : isForSale ? (
        <BuyForm product={product} offer={offer} returnWindowDays={returnWindowDays} />
      ) : (
        <NotForSale product={product} />
      )}
    </>
  )
}

function PostageLine({ postage, sentBy }: { postage: Exclude<PostageFacts, null>; sentBy: string | null }) {
  const { t, locale } = useTranslator()
  const amount = formatFen(postage.postageFen, 'shop', locale)
  if (sentBy) return <span>{t('abroad.postageTo', { amount, by: sentBy })}</span>
  if (postage.postageFen === 0) return <span>{t('shop.priceIncludes')}</span>
  return (
    <span>
      {postage.freeFromFen === null
        ? t('shop.pricePlusAlways', { postage: amount })
        : t('shop.pricePlus', { postage: amount, free: formatFen(postage.freeFromFen, 'shop', locale) })}
    </span>
  )
}

function WhenItLeaves({ offer, isOnSale }: { offer: ProductOffer; isOnSale: boolean }) {
  const { t, locale } = useTranslator()
  const day = offer.leavesBy ? t('shop.leavesDay', { day: formatDay(locale, offer.leavesBy) }) : null
  return (
    <p className="ship-by">
      <WhenLine {...whenOf(offer.first.availability, t)} />
      {isOnSale && day ? (
        <span>
          <Sentence text={t('shop.leaves', { day })} part={day}>
            <b className="nowrap">{day}</b>
          </Sentence>
        </span>
      ) : null}
      {isOnSale && offer.rest ? (
        <span className="small quiet">
          {t('shop.restNote', {
            from: formatDay(locale, offer.rest.from),
            until: formatDay(locale, offer.rest.until),
          })}
        </span>
      ) : null}
    </p>
  )
}

function BuyForm({
  product,
  offer,
  returnWindowDays,
}: {
  product: ProductPageView
  offer: ProductOffer
  returnWindowDays: number
}) {
  const { t, href } = useTranslator()
  const [only] = product.variants
  return (
    <form method="post" action={href(paths.cart())}>
      {product.variants.length > 1 ? (
        <VariantTiles variants={product.variants} first={offer.first} />
      ) : (
        <input type="hidden" name="variantId" value={only?.id} />
      )}
      <div className="quantity">
        <label htmlFor="quantity">{t('shop.quantity')}</label>
        <select className="box box-select num" id="quantity" name="quantity" defaultValue="1">
          {offer.quantities.map((count) => (
            <option key={count} value={count}>
              {t('shop.quantityOption', { count })}
            </option>
          ))}
        </select>
      </div>
      <p className="return-rule">
        {offer.hasReady ? t('shop.returnStock', { days: returnWindowDays }) : null}
        {offer.hasReady && offer.hasMadeToOrder ? ' ' : null}
        {offer.hasMadeToOrder ? t('shop.returnMade') : null}{' '}
        <a className="link" href={href(`${paths.help()}#${offer.hasReady ? 'returns' : 'made-to-order'}`)}>
          {t('shop.returnHow')}
        </a>
      </p>
      <div className="acts">
        <Button kind="seal" wide name="intent" value="buy">
          {t('shop.buyThis')}
        </Button>
        <Button wide name="intent" value="add">
          {t('shop.addToBasket')}
        </Button>
      </div>
    </form>
  )
}

/** Each variant with what it costs and when it leaves, where that differs from the others. */
function VariantTiles({ variants, first }: { variants: readonly VariantView[]; first: VariantView }) {
  const { t, locale } = useTranslator()
  const samePrice = variants.every((variant) => variant.priceFen === first.priceFen)
  return (
    <OptionTiles
      id="variant"
      name="variantId"
      legend={t('shop.variants')}
      required
      defaultValue={first.id}
      options={variants.map((variant) => ({
        value: variant.id,
        text: variant.name ?? '',
        note: [
          samePrice ? '' : formatFen(variant.priceFen, 'shop', locale),
          whenOf(variant.availability, t).text,
        ]
          .filter(Boolean)
          .join(t('shop.pause')),
        disabled: variant.most === 0,
      }))}
    />
  )
}

/** Sold out or put away: one sentence and a way on. */
function NotForSale({ product }: { product: ProductPageView }) {
  const { t, href } = useTranslator()
  return (
    <>
      <Banner tone="wait">
        <p>{t(product.isOnSale ? 'shop.soldOutText' : 'shop.pausedText')}</p>
      </Banner>
      <div className="acts mt-5">
        <ButtonLink href={href(paths.craft({ craft: product.craft.code }))} wide>
          {t('shop.seeCraft', { craft: product.craft.name })}
        </ButtonLink>
      </div>
    </>
  )
}
