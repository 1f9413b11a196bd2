import { DestinationLine } from '~/modules/abroad/components/destination-line'
import type { DestinationView } from '~/modules/abroad/destination-view'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { mostPerLine } from '~/modules/search/availability'
import { Sentence } from '~/modules/search/components/sentence'
import { whenOf, whenWithin } from '~/modules/search/components/when-of'
import { paths } from '~/paths'
import { addDays } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { formatBeijingTime, formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { FieldError } from '~/ui/field'
import { formatFen } from '~/ui/format-fen'
import { OptionTiles } from '~/ui/option-tile'
import { Price } from '~/ui/price'
import { type When, WhenLine } from '~/ui/when-line'
import { type KindOffer, mostOffered, type ProductOffer } from '../product-offer'
import type { ProductPageView, VariantView } from '../product-page-view'
import followKind from './follow-kind.js?url'
import { BuyFaults, WishInputs } from './wish-inputs'

/** Postage of this piece in a parcel of its own, and from which amount there is none; fen. */
type PostageFacts = { postageFen: number; freeFromFen: number | null } | null

/** The id of the form: the bar at the foot of a phone sends it too. */
export const buyForm = 'buy-form'

/** How it goes abroad, in words, or why it cannot. */
export type AbroadOffer = { destination: DestinationView; postage: string | null; problem: string | null }

type BuyingColumnProps = {
  product: ProductPageView
  offer: ProductOffer
  /** one for each kind of the offer */
  postages: readonly PostageFacts[]
  /** of each kind; null: it goes inside the mainland */
  abroads: readonly (AbroadOffer | null)[]
  /** days after which a parcel inside the mainland has usually arrived */
  usualWayDays: number
  returnWindowDays: number
  /** what came back instead of into the basket */
  failure: FormFailure | null
}

/** Price, when it leaves, what can be chosen, the return rule above the button, the two buttons. */
export function BuyingColumn({
  product,
  offer,
  postages,
  abroads,
  usualWayDays,
  returnWindowDays,
  failure,
}: BuyingColumnProps) {
  const isForSale = product.isOnSale && offer.canBuy
  const isStuck = abroads.every((abroad) => abroad !== null && abroad.problem !== null)
  return (
    <>
      <div aria-live="polite">
        {offer.kinds.map((kind, at) => (
          <div
            key={kind.variant.id}
            data-kind={kind.variant.id}
            data-most={kind.variant.most}
            hidden={kind.variant.id !== offer.first.id}
          >
            <KindHead
              kind={kind}
              postage={isForSale ? (postages[at] ?? null) : null}
              abroad={isForSale ? (abroads[at] ?? null) : null}
              isOnSale={product.isOnSale}
              usualWayDays={usualWayDays}
            />
          </div>
        ))}
      </div>
      {isForSale ? (
        <DestinationLine
          destination={abroads[0]?.destination ?? null}
          staysInside={product.staysInside}
          back={paths.product({ slug: product.slug })}
        />
      ) : null}
      {isForSale && isStuck ? null : isForSale ? (
        <BuyForm product={product} offer={offer} returnWindowDays={returnWindowDays} failure={failure} />
      ) : (
        <NotForSale product={product} />
      )}
      {offer.kinds.length > 1 ? <script type="module" src={followKind} /> : null}
    </>
  )
}

type KindHeadProps = {
  kind: KindOffer
  postage: PostageFacts
  abroad: AbroadOffer | null
  isOnSale: boolean
  usualWayDays: number
}

/** What one kind costs, when it leaves, and why it cannot go where it should: that of the chosen one is shown. */
function KindHead({ kind, postage, abroad, isOnSale, usualWayDays }: KindHeadProps) {
  const { locale } = useTranslator()
  return (
    <>
      <p className="buy-price">
        <Price fen={kind.variant.priceFen} locale={locale} />
        {postage && !abroad?.problem ? (
          <PostageLine postage={postage} sentBy={abroad?.postage ?? null} />
        ) : null}
      </p>
      <EstimateLine fen={kind.variant.priceFen} />
      <WhenItLeaves kind={kind} isOnSale={isOnSale} wayDays={abroad ? null : usualWayDays} />
      {abroad?.problem ? (
        <Banner tone="wait">
          <p>{abroad.problem}</p>
        </Banner>
      ) : null}
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

/** When one of it can leave, or that somebody is paying for the last. */
function whenOfKind({ availability, heldUntil }: VariantView, t: Translate): When {
  return heldUntil === null ? whenOf(availability, t) : { kind: 'gone', text: t('shop.whenHeld') }
}

/** later days that are said; the basket says any */
const mostSteps = 3

type WhenProps = {
  kind: KindOffer
  isOnSale: boolean
  /** null: it goes abroad, where its service says how long it is on the way */
  wayDays: number | null
}

function WhenItLeaves({ kind, isOnSale, wayDays }: WhenProps) {
  const { t, locale } = useTranslator()
  const day = kind.leavesBy ? t('shop.leavesDay', { day: formatDay(locale, kind.leavesBy) }) : null
  return (
    <p className="ship-by">
      {isOnSale ? <WhenLine {...whenOfKind(kind.variant, t)} /> : null}
      {isOnSale && day ? (
        <span>
          <Sentence text={t('shop.leaves', { day })} part={day}>
            <b className="nowrap">{day}</b>
          </Sentence>
        </span>
      ) : null}
      {isOnSale && kind.leavesBy && wayDays !== null ? (
        <span className="small quiet">
          {t('shop.arrives', { day: formatDay(locale, addDays(kind.leavesBy, wayDays)) })}
        </span>
      ) : null}
      {isOnSale && kind.rest ? (
        <span className="small quiet">
          {t('shop.restNote', {
            from: formatDay(locale, kind.rest.from),
            until: formatDay(locale, kind.rest.until),
          })}
        </span>
      ) : null}
      {isOnSale && kind.later.length > 0 ? (
        <span className="small quiet">
          {t('shop.leavesLater', {
            steps: kind.later
              .slice(0, mostSteps)
              .map(({ count, day }) => t('shop.leavesLaterStep', { count, day: formatDay(locale, day) }))
              .join(t('shop.pause')),
          })}
        </span>
      ) : null}
    </p>
  )
}

type BuyFormProps = Omit<BuyingColumnProps, 'postages' | 'abroads' | 'usualWayDays'>

/** Sent to the piece's own page: what was chosen and typed comes back with what is wrong beside it. */
function BuyForm({ product, offer, returnWindowDays, failure }: BuyFormProps) {
  const { t, href } = useTranslator()
  const [only] = product.variants
  const asks = product.wishes.length > 0
  const isMade = offer.hasMadeToOrder || asks
  const tooMany = failure?.errors.quantity
  return (
    <form id={buyForm} method="post" action={href(paths.product({ slug: product.slug }))} noValidate>
      {failure ? <BuyFaults failure={failure} /> : null}
      {product.variants.length > 1 ? (
        <VariantTiles offer={offer} chosen={failure?.values.variantId} />
      ) : (
        <input type="hidden" name="variantId" value={only?.id} />
      )}
      <input
        type="hidden"
        name="seen"
        value={offer.kinds.map(({ variant }) => `${variant.id}:${variant.priceFen}`).join(' ')}
      />
      <WishInputs wishes={product.wishes} failure={failure} />
      <Quantity
        most={offer.most}
        typed={failure?.values.quantity}
        describedBy={tooMany ? 'quantity-error' : undefined}
      />
      {tooMany ? <FieldError id="quantity-error">{tooMany}</FieldError> : null}
      <p className="return-rule">
        {offer.hasReady ? t('shop.returnStock', { days: returnWindowDays }) : null}
        {offer.hasReady && isMade ? t('common.gap') : null}
        {isMade ? t(asks ? 'shop.returnWishes' : 'shop.returnMade') : null}
        {t('common.gap')}
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

type QuantityProps = { most: number; typed: string | undefined; describedBy: string | undefined }

/** A few are chosen from a list; where there are many, or they are made, the number is typed. */
function Quantity({ most, typed = '1', describedBy }: QuantityProps) {
  const { t } = useTranslator()
  const field = { id: 'quantity', name: 'quantity', defaultValue: typed, 'aria-describedby': describedBy }
  const isTyped = most > mostOffered
  return (
    <>
      <div className="quantity">
        <label htmlFor="quantity">{t('shop.quantity')}</label>
        {isTyped ? (
          <input {...field} className="box num" inputMode="numeric" maxLength={6} autoComplete="off" />
        ) : (
          <select {...field} className="box box-select num">
            {Array.from({ length: most }, (_, at) => at + 1).map((count) => (
              <option key={count} value={count}>
                {t('shop.quantityOption', { count })}
              </option>
            ))}
          </select>
        )}
      </div>
      {isTyped ? <p className="field-hint">{t('shop.quantityMore', { most: mostPerLine })}</p> : null}
    </>
  )
}

type TilesProps = { offer: ProductOffer; chosen: string | undefined }

/** Each variant with what it costs and when it leaves, where that differs from the others. */
function VariantTiles({ offer: { kinds, first }, chosen = first.id }: TilesProps) {
  const { t, locale } = useTranslator()
  const samePrice = kinds.every(({ variant }) => variant.priceFen === first.priceFen)
  const sameDay = new Set(kinds.flatMap(({ leavesBy }) => leavesBy ?? [])).size < 2
  return (
    <OptionTiles
      id="variant"
      name="variantId"
      legend={t('shop.variants')}
      required
      defaultValue={chosen}
      options={kinds.map(({ variant, leavesBy }) => ({
        value: variant.id,
        text: variant.name ?? '',
        colour: variant.colour,
        note: [
          samePrice ? '' : formatFen(variant.priceFen, 'shop', locale),
          samePrice || variant.heldUntil !== null
            ? whenOfKind(variant, t).text
            : whenWithin(variant.availability, t),
          sameDay || !leavesBy ? '' : t('shop.kindLeaves', { day: formatDay(locale, leavesBy) }),
        ]
          .filter(Boolean)
          .join(t('shop.pause')),
        disabled: variant.most === 0,
      }))}
    />
  )
}

function whyNot({ isOnSale, isShopPaused, variants }: ProductPageView, t: Translate, locale: Locale): string {
  if (!isOnSale) return t(isShopPaused ? 'shop.shopPausedText' : 'shop.pausedText')
  const held = variants.flatMap(({ heldUntil }) => heldUntil ?? [])
  if (held.length === 0) return t('shop.soldOutText')
  return t('shop.heldText', { time: formatBeijingTime(locale, new Date(Math.min(...held))) })
}

/** Sold out, being paid for, put away or in a shop that rests: one sentence and a way on. Who pays for it may be whoever reads it. */
function NotForSale({ product }: { product: ProductPageView }) {
  const { t, locale, href } = useTranslator()
  const isHeld = product.isOnSale && product.variants.some(({ heldUntil }) => heldUntil !== null)
  return (
    <>
      <Banner tone="wait">
        <p>{whyNot(product, t, locale)}</p>
        {isHeld ? (
          <a className="link-line" href={href(paths.findOrder())}>
            {t('shop.heldByYou')}
          </a>
        ) : null}
      </Banner>
      <div className="acts mt-5">
        <ButtonLink href={href(paths.craft({ craft: product.craft.code }))} wide>
          {t('shop.seeCraft', { craft: product.craft.name })}
        </ButtonLink>
      </div>
    </>
  )
}
