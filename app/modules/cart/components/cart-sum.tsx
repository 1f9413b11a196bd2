import { DutiesNote } from '~/modules/abroad/components/destination-line'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { CartParcelView, CartView } from '../cart-view'
import { basketForm } from './basket-form'
import { CodeForm } from './code-form'
import { CodeOff } from './code-off'
import { PromotionRows } from './promotion-rows'

type CartSumProps = {
  cart: CartView
  /** what stood in the field of a basket that came back, and what was wrong with it */
  code: { typed: string; fault: string | null } | null
}

/** What the basket comes to, and the one way on. */
export function CartSum({ cart, code }: CartSumProps) {
  const { t, locale, href } = useTranslator()
  const amount = formatMoney(locale, cart.totalFen)
  const faults = cart.parcels.flatMap((parcel) => parcel.lines.flatMap((line) => line.problem ?? []))
  return (
    <aside className="sum">
      <h2>{t('shop.sumTitle')}</h2>
      <p className="sum-row">
        <span>{t('shop.sumItems')}</span>
        <span className="num">{formatMoney(locale, cart.itemsFen)}</span>
      </p>
      <PromotionRows {...cart.promotion} parcels={cart.parcels} />
      <CodeOff code={cart.promotion.code} />
      <p className="sum-row">
        <span>{t('shop.sumPostage')}</span>
        <span className="num">{formatMoney(locale, cart.postageFen)}</span>
      </p>
      {[...new Set(cart.parcels.flatMap((parcel) => untilFreeText(parcel, t, locale) ?? []))].map((text) => (
        <p key={text} className="small quiet">
          {text}
        </p>
      ))}
      <p className="sum-total">
        <span>{t('shop.sumTotal')}</span>
        <b>{amount}</b>
      </p>
      <EstimateLine fen={cart.totalFen} />
      {cart.destination ? <DutiesNote destination={cart.destination} /> : null}
      <CodeForm promotion={cart.promotion} sent={code} />
      {cart.canCheckOut ? (
        <div className="acts">
          <Button kind="seal" wide form={basketForm} name="intent" value="checkout">
            {t('shop.toCheckout', { amount })}
          </Button>
        </div>
      ) : (
        <Banner tone="wait">
          <p>
            {t(faults.every(({ kind }) => kind === 'held') ? 'shop.cartHeld' : 'shop.cartFix', {
              count: faults.length,
            })}
          </p>
        </Banner>
      )}
      <p className="small quiet mt-3">{t('shop.cartKeeps')}</p>
      <p>
        <a className="link link-line small" href={href(paths.search())}>
          {t('shop.cartGoOn')}
        </a>
      </p>
    </aside>
  )
}

/** What is missing until a parcel goes free; the same for all that a base sends together. */
function untilFreeText(
  { untilFreeFen, together, sellerName }: CartParcelView,
  t: Translate,
  locale: Locale,
): string | null {
  if (untilFreeFen === null) return null
  const amount = formatMoney(locale, untilFreeFen)
  return together
    ? t('shop.togetherUntilFree', { base: together, amount })
    : t('shop.parcelUntilFree', { seller: sellerName, amount })
}
