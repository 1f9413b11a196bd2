import { hanNumber } from '~/platform/i18n/han-number'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Timeline } from '~/ui/timeline'
import { parcelEvents } from '../parcel-events'
import type { PresentParcelView } from '../present-page'
import { ConfirmReceipt } from './confirm-receipt'
import { TrackParcel } from './track-parcel'

/** of a parcel's story: when it was paid and when its money is the maker's is between buyer and maker */
const told = new Set(['making', 'shipped', 'received'])

/** Where one parcel of a present is, and the one thing its receiver can do; `number` is that of the parcel it arrives in. */
export function PresentParcel({ parcel, number }: { parcel: PresentParcelView; number: number }) {
  const { t, locale } = useTranslator()
  return (
    <section className="order-part" id={parcel.id}>
      <h2>
        {t('order.parcel', { index: locale === 'zh-CN' ? hanNumber(number) : number }) +
          t('shop.pause') +
          t('order.parcelFrom', { seller: parcel.sellerName, county: parcel.county })}
      </h2>
      {parcel.status === 'cancelled' ? (
        <Banner tone="wait">{t('order.presentCancelled')}</Banner>
      ) : (
        <>
          <div className="mt-6">
            <PresentStory parcel={parcel} />
          </div>
          {parcel.status === 'to_ship' ? null : (
            <div className="mt-4">
              <TrackParcel shipments={parcel.shipments} />
            </div>
          )}
        </>
      )}
      {parcel.status === 'shipped' ? (
        <div className="mt-6">
          <ConfirmReceipt parcelId={parcel.id} hint={t('order.presentConfirmHint')} />
        </div>
      ) : null}
    </section>
  )
}

function PresentStory({ parcel }: { parcel: PresentParcelView }) {
  const { t, locale } = useTranslator()
  const events = parcelEvents({ parcel, paidAt: null, isPresent: true, t, locale })
  return <Timeline label={t('order.timelineLabel')} events={events.filter(({ key }) => told.has(key))} />
}
