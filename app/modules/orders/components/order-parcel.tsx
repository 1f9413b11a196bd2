import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Timeline } from '~/ui/timeline'
import type { OrderPageParcel } from '../get-order-page.server'
import { parcelEvents } from '../parcel-events'
import { ConfirmReceipt } from './confirm-receipt'
import { ParcelView } from './parcel-view'
import { TrackParcel } from './track-parcel'

type OrderParcelProps = {
  parcel: OrderPageParcel
  /** of the parcel it arrives in */
  number: number
  paidAt: string | null
  isPresent: boolean
  closed: boolean
  /** how it ended or can be ended */
  children?: ReactNode
}

/** One parcel on the order's page: the bundle, where it is, and the one thing the buyer can do. */
export function OrderParcel({ parcel, number, paidAt, isPresent, closed, children }: OrderParcelProps) {
  const { t, locale, href } = useTranslator()
  return (
    <section className="order-part order-parcel" id={parcel.id}>
      <ParcelView parcel={parcel} number={number} />
      {closed || parcel.status === 'cancelled' ? null : (
        <div className="mt-6">
          <Timeline
            label={t('order.timelineLabel')}
            events={parcelEvents({ parcel, paidAt, isPresent, t, locale })}
          />
          {parcel.status === 'to_ship' ? null : <TrackParcel shipments={parcel.shipments} />}
        </div>
      )}
      {parcel.status === 'shipped' ? (
        <ConfirmReceipt parcelId={parcel.id} hint={t('order.confirmHint')} />
      ) : null}
      {parcel.returnBy ? (
        <p className="mt-4 no-print">
          {t('order.returnUntil', { day: formatDay(locale, parcel.returnBy) })}
          {t('common.gap')}
          <a className="link" href={href(`${paths.help()}#returns`)}>
            {t('shop.returnHow')}
          </a>
        </p>
      ) : null}
      {children}
    </section>
  )
}
