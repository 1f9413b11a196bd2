import { useTranslator } from '~/platform/i18n/use-translator'
import { BuyBar } from '~/ui/buy-bar'
import { formatFen } from '~/ui/format-fen'
import { buyForm } from './buying-column'

/** A kind's price and postage; `isFirst` shows it until another is chosen. */
type BarKind = { id: string; priceFen: number; postageFen: number; isFirst: boolean }

/** The buying bar of the phone: the price of the chosen kind, whether postage is in it, and the button of the form. */
export function ProductBar({ kinds }: { kinds: readonly BarKind[] }) {
  const { t, locale } = useTranslator()
  return (
    <BuyBar
      prices={kinds.map(({ id, priceFen, postageFen, isFirst }) => ({
        id,
        priceFen,
        includes:
          postageFen === 0
            ? t('shop.barIncludes')
            : t('shop.barPlus', { postage: formatFen(postageFen, 'shop', locale) }),
        isShown: isFirst,
      }))}
      locale={locale}
      action={{ text: t('shop.buyThis'), form: buyForm, name: 'intent', value: 'buy' }}
    />
  )
}
