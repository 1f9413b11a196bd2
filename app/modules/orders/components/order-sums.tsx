import { PromotionRows } from '~/modules/cart/components/promotion-rows'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { OrderPage } from '../get-order-page.server'

/** How the total of an order comes about: its goods, what a promotion takes off and who pays for it, postage, the total, about how much that is in her currency, and what went back of it. */
export function OrderSums({ order }: { order: OrderPage }) {
  const { t, locale } = useTranslator()
  return (
    <>
      <p className="sum-row">
        <span>{t('shop.sumItems')}</span>
        <span className="num">{formatMoney(locale, order.itemsFen)}</span>
      </p>
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
      {order.duties.length > 0 ? <p className="small quiet my-3">{order.duties.join(' ')}</p> : null}
      {order.givenBackFen > 0 ? (
        <>
          <p className="sum-row">
            <span>{t('order.givenBack')}</span>
            <span className="num">{formatMoney(locale, -order.givenBackFen)}</span>
          </p>
          <p className="sum-row">
            <span>{t('order.leftAfterwards')}</span>
            <b className="num">{formatMoney(locale, order.totalFen - order.givenBackFen)}</b>
          </p>
        </>
      ) : null}
    </>
  )
}
