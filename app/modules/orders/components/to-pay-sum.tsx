import { countParcels, numberParcels } from '~/modules/bases/number-parcels'
import { PromotionRows } from '~/modules/cart/components/promotion-rows'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { OrderPage } from '../get-order-page.server'

import { ParcelView } from './parcel-view'

/** What is still to be paid, and how it comes about: the parcels, what a promotion takes off, postage, the total. */
export function ToPaySum({ order }: { order: OrderPage }) {
  const { t, locale } = useTranslator()
  return (
    <aside className="sum" id="sum">
      <h2>{t('order.sumTitle', { parcels: countParcels(order.parcels) })}</h2>
      {numberParcels(order.parcels).map(({ part, number }) => (
        <ParcelView key={part.id} parcel={part} number={number} />
      ))}
      <PromotionRows
        name={order.promotionName}
        paidBy={order.promotionPaidBy}
        discountFen={order.discountFen}
        parcels={order.parcels}
      />
      <p className="sum-row">
        <span>{t('order.postage')}</span>
        <span className="num">{formatMoney(locale, order.postageFen)}</span>
      </p>
      <p className="sum-total">
        <span>{t('order.total')}</span>
        <b className="num">{formatMoney(locale, order.totalFen)}</b>
      </p>
      <EstimateLine fen={order.totalFen} />
    </aside>
  )
}
