import { mostPerLine } from '~/modules/search/availability'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'

/** The rules that the help page tells; amounts in fen. */
export type HelpFacts = {
  stockShipDays: number
  usualWayDays: number
  parcelFen: number | null
  freeFromFen: number | null
  receivedAfterDays: number
  returnWindowDays: number
  payWithinMinutes: number
  takesTransfers: boolean
  isDemo: boolean
}

/** Delivery, postage, returns, made to order, companies, paying: in words, with the rules in force. */
export function HelpRules({ facts }: { facts: HelpFacts }) {
  const { t } = useTranslator()
  return (
    <>
      <section id="delivery">
        <h2>{t('shop.deliveryTitle')}</h2>
        <p>{t('shop.deliveryReady', { days: facts.stockShipDays })}</p>
        <p>{t('shop.deliveryWay', { days: facts.usualWayDays })}</p>
        <p>{t('shop.deliveryParcels')}</p>
        <Postage facts={facts} />
        <p>{t('shop.deliveryWhere')}</p>
        <p>{t('shop.deliveryReceived', { days: facts.receivedAfterDays })}</p>
      </section>
      <section id="returns">
        <h2>{t('shop.returnsTitle')}</h2>
        <p>{t('shop.returnsDays', { days: facts.returnWindowDays })}</p>
        <p>{t('shop.returnsState')}</p>
        <p>{t('shop.returnsPost')}</p>
        <p>{t('shop.returnsAbroad', { days: facts.returnWindowDays })}</p>
        <p>{t('shop.returnsMoney')}</p>
      </section>
      <section id="made-to-order">
        <h2>{t('shop.madeTitle')}</h2>
        <p>{t('shop.madeDays')}</p>
        <p>{t('shop.madeTick')}</p>
        <p>{t('shop.madeFault')}</p>
      </section>
      <section id="company">
        <h2>{t('shop.companyTitle')}</h2>
        <p>{t('shop.companyMany', { most: mostPerLine })}</p>
        <p>{t('shop.companyAsk')}</p>
        <p>{t('shop.companyInvoice')}</p>
        {facts.takesTransfers ? <p>{t('shop.companyTransfer')}</p> : null}
        <p>{t('shop.companyPrice')}</p>
      </section>
      <section id="pay">
        <h2>{t('shop.payTitle')}</h2>
        <p>{t('shop.payWhere')}</p>
        <p>{t('shop.payHold', { minutes: facts.payWithinMinutes })}</p>
        <p>{t('shop.payNoAccount')}</p>
        {facts.isDemo ? <p>{t('shop.payDemo')}</p> : null}
      </section>
    </>
  )
}

function Postage({ facts }: { facts: HelpFacts }) {
  const { t, locale } = useTranslator()
  if (facts.parcelFen === null) return null
  const parcel = formatMoney(locale, facts.parcelFen)
  return (
    <p>
      {facts.freeFromFen === null
        ? t('shop.deliveryPostageAlways', { parcel })
        : t('shop.deliveryPostage', { parcel, free: formatMoney(locale, facts.freeFromFen) })}
    </p>
  )
}
