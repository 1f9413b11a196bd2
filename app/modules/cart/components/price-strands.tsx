import { formatMoney } from '~/platform/i18n/format'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Strand, Strands } from '~/ui/strands'
import type { PriceSplit } from '../split-price.server'

type PriceStrandsProps = {
  split: PriceSplit
  returnWindowDays: number
  /** the maker's or shop's name beside her strand */
  maker?: string
  /** the country where it goes; inside the mainland none */
  country?: string | undefined
}

/** Where the money for one piece goes, and who pays the carrier when the buyer does not. */
export function PriceStrands({ split, returnWindowDays, maker, country }: PriceStrandsProps) {
  const { t, locale } = useTranslator()
  const strands: Strand[] = [
    {
      key: 'maker',
      who: maker ?? t('shop.strandMaker'),
      what: t('shop.strandMakerWhat', { days: returnWindowDays }),
      amountFen: split.makerFen,
      tone: 'cinnabar',
      plaited: true,
    },
    {
      key: 'platform',
      who: t('shop.strandPlatform'),
      what: t('shop.strandPlatformWhat', { percent: split.commissionBps / 100 }),
      amountFen: split.commissionFen,
      tone: 'ochre',
    },
    {
      key: 'post',
      who: t('shop.strandPost'),
      what: country ? t('abroad.parcelTo', { country }) : t('shop.strandPostWhat'),
      amountFen: split.postageFen,
      tone: 'azurite',
    },
  ]
  return (
    <>
      <Strands
        label={t('shop.strandsLabel')}
        strands={strands.filter((strand) => strand.amountFen > 0)}
        totalFen={split.paidFen}
        locale={locale}
        totalText={t('shop.strandTotal')}
      />
      {split.postageFen === 0 && split.freeFromFen !== null ? (
        <p className="small quiet mt-3">
          {t('shop.strandFree', { free: formatMoney(locale, split.freeFromFen) })}
        </p>
      ) : null}
    </>
  )
}

/** How many strands a price has, as a word of the catalogue: 两, three. */
export function strandsWord(split: PriceSplit, t: Translate): string {
  const parts = [split.makerFen, split.commissionFen, split.postageFen].filter((amount) => amount > 0)
  if (parts.length === 3) return t('shop.strands3')
  return parts.length === 2 ? t('shop.strands2') : t('shop.strands1')
}
