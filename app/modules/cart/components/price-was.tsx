import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { CartLineView, CartView } from '../cart-view'

/** That a piece costs something else than when she put it in; nothing while it costs the same. */
export function PriceWas({ line: { wasFen, unitPriceFen } }: { line: CartLineView }) {
  const { t, locale } = useTranslator()
  if (wasFen === null) return null
  const [was, now] = [formatMoney(locale, wasFen), formatMoney(locale, unitPriceFen)]
  return <b className="block">{t('shop.priceWas', { was, now })}</b>
}

/** The same of every piece of the basket, above what is asked of her before she pays. */
export function PricesWere({ cart }: { cart: CartView }) {
  const changed = cart.parcels.flatMap(({ lines }) => lines.filter(({ wasFen }) => wasFen !== null))
  return changed.length === 0 ? null : (
    <Banner tone="wait" role="status">
      {changed.map((line) => (
        <p key={line.variantId + line.answersKey}>
          <span lang={line.titleLang ?? undefined}>{line.title}</span>
          <PriceWas line={line} />
        </p>
      ))}
    </Banner>
  )
}
