import { useTranslator } from '~/platform/i18n/use-translator'
import { BuyBar } from '~/ui/buy-bar'
import { formatFen } from '~/ui/format-fen'

/** The buying bar of the phone: the price, whether postage is in it, and the way to the form. */
export function ProductBar({ priceFen, postageFen }: { priceFen: number; postageFen: number }) {
  const { t, locale } = useTranslator()
  return (
    <BuyBar
      priceFen={priceFen}
      includes={
        postageFen === 0
          ? t('shop.barIncludes')
          : t('shop.barPlus', { postage: formatFen(postageFen, 'shop', locale) })
      }
      locale={locale}
      action={{ text: t('shop.buyThis'), href: '#buy' }}
    />
  )
}
