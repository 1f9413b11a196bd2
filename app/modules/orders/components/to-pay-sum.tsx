import { countParcels, numberParcels } from '~/modules/bases/number-parcels'
import { useTranslator } from '~/platform/i18n/use-translator'
import { WholeWords } from '~/ui/whole-words'
import type { OrderPage } from '../get-order-page.server'
import { OrderSums } from './order-sums'
import { ParcelView } from './parcel-view'

/** What is still to be paid, and how it comes about: the parcels and the sums. */
export function ToPaySum({ order }: { order: OrderPage }) {
  const { t } = useTranslator()
  return (
    <aside className="sum" id="sum">
      <h2>
        <WholeWords text={t('order.sumTitle', { parcels: countParcels(order.parcels) })} />
      </h2>
      {numberParcels(order.parcels).map(({ part, number }) => (
        <ParcelView key={part.id} parcel={part} number={number} />
      ))}
      <OrderSums order={order} />
    </aside>
  )
}
