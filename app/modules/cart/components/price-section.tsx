import type { ReactNode } from 'react'
import { formatMoney } from '~/platform/i18n/format'
import { hanYuan } from '~/platform/i18n/han-number'
import { useTranslator } from '~/platform/i18n/use-translator'
import { formatFen } from '~/ui/format-fen'
import { RailSection } from '~/ui/rail-section'
import type { PriceSplit } from '../split-price.server'
import { PriceStrands, strandsWord } from './price-strands'

/** vertical lines hold no more */
const longestHeading = 10

type PriceSectionProps = {
  split: PriceSplit
  returnWindowDays: number
  maker: string
  /** the country where it goes; inside the mainland none */
  country: string | undefined
  children?: ReactNode
}

/** What the buyer pays for one piece, as a heading, and where it goes. */
export function PriceSection({ split, returnWindowDays, maker, country, children }: PriceSectionProps) {
  const { t, locale } = useTranslator()
  const said = hanYuan(split.paidFen)
  const isSaid = locale === 'zh-CN' && said.length <= longestHeading
  return (
    <RailSection
      title={isSaid ? said : t('shop.moneyTitle', { price: formatFen(split.paidFen, 'shop', locale) })}
    >
      <p className="lead mb-4">
        {t('shop.moneyLead', { paid: formatMoney(locale, split.paidFen), strands: strandsWord(split, t) })}
      </p>
      <PriceStrands split={split} returnWindowDays={returnWindowDays} maker={maker} country={country} />
      {children}
    </RailSection>
  )
}
