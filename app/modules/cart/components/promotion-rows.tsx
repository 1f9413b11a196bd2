import { paidByText } from '~/modules/promotions/promotion-text'
import type { PaidBy } from '~/modules/promotions/promotion-view'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'

type PromotionRowsProps = {
  /** null: nothing is taken off, and nothing is shown */
  name: string | null
  paidBy: PaidBy | null
  discountFen: number
  parcels: readonly { sellerName: string; discountFen: number }[]
}

/** What a promotion takes off the sum, off which parcel, and who pays for it. */
export function PromotionRows({ name, paidBy, discountFen, parcels }: PromotionRowsProps) {
  const { t, locale } = useTranslator()
  if (name === null) return null
  const cut = parcels.filter((parcel) => parcel.discountFen > 0)
  return (
    <>
      <p className="sum-row">
        <span>{t('promotion.row', { name })}</span>
        <span className="num">−{formatMoney(locale, discountFen)}</span>
      </p>
      {parcels.length > 1
        ? cut.map((parcel) => (
            <p key={parcel.sellerName} className="sum-row small quiet pl-4">
              <span>{t('promotion.parcelOff', { seller: parcel.sellerName })}</span>
              <span className="num">−{formatMoney(locale, parcel.discountFen)}</span>
            </p>
          ))
        : null}
      {paidBy ? <p className="small quiet">{paidByText(paidBy, t)}</p> : null}
    </>
  )
}
