import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Strands } from '~/ui/strands'

type OrderMoneyProps = {
  makersFen: number
  brokersFen: number
  postageFen: number
  commissionFen: number
  /** given back to the buyer */
  backFen: number
  /** what of the total the bearer of a promotion added */
  borneFen: number
  totalFen: number
}

/** How the money of an order is shared; the strands sum to the total to the fen. */
export function OrderMoney({
  makersFen,
  brokersFen,
  postageFen,
  commissionFen,
  backFen,
  borneFen,
  totalFen,
}: OrderMoneyProps) {
  const { t, locale } = useTranslator()
  const strands = [
    {
      key: 'makers',
      who: t('order.moneyMakers'),
      what: t('order.moneyMakersWhat'),
      amountFen: makersFen,
      tone: 'cinnabar' as const,
      plaited: true,
    },
    {
      key: 'postage',
      who: t('order.moneyPostage'),
      what: t('order.moneyPostageWhat'),
      amountFen: postageFen,
      tone: 'azurite' as const,
    },
    {
      key: 'broker',
      who: t('order.moneyBroker'),
      what: t('order.moneyBrokerWhat'),
      amountFen: brokersFen,
      tone: 'green' as const,
    },
    {
      key: 'platform',
      who: t('order.moneyPlatform'),
      what: t('order.moneyPlatformWhat'),
      amountFen: commissionFen,
      tone: 'ochre' as const,
    },
    {
      key: 'back',
      who: t('order.moneyBack'),
      what: t('order.moneyBackWhat'),
      amountFen: backFen,
      tone: 'ink' as const,
    },
  ]
  return (
    <>
      <Strands
        label={t('order.moneyLabel')}
        strands={strands.filter((strand) => strand.amountFen > 0)}
        totalFen={totalFen}
        locale={locale}
      />
      {borneFen > 0 ? (
        <p className="small quiet">{t('promotion.borneNote', { amount: formatMoney(locale, borneFen) })}</p>
      ) : null}
    </>
  )
}
