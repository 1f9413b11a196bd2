import { dayOf } from '~/platform/calendar'
import { formatBeijingTime, formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { TimelineEvent } from '~/ui/timeline'
import { carrierName } from './carrier-name'
import type { OrderPageParcel } from './get-order-page.server'

/** What of a parcel its story tells. */
export type ParcelStory = Pick<
  OrderPageParcel,
  | 'status'
  | 'isMade'
  | 'shipBy'
  | 'shippedAt'
  | 'arrivesBy'
  | 'receivedAt'
  | 'receivedHow'
  | 'completeAfter'
  | 'completedAt'
  | 'shipments'
>

type View = {
  parcel: ParcelStory
  paidAt: string | null
  /** it goes to somebody else, who may be the one who says that it has arrived */
  isPresent: boolean
  t: Translate
  locale: Locale
}

/** A paid parcel's story, from payment to completion: what has happened, what is happening, what comes. */
export function parcelEvents({ parcel, paidAt, isPresent, t, locale }: View): TimelineEvent[] {
  const at = (iso: string) => formatBeijingTime(locale, new Date(iso))
  const on = (iso: string) => formatDay(locale, dayOf(new Date(iso)))
  const [shipment] = parcel.shipments
  return [
    { key: 'paid', state: 'done', title: t('order.eventPaid'), detail: paidAt ? at(paidAt) : undefined },
    {
      key: 'making',
      state: parcel.status === 'to_ship' ? 'now' : 'done',
      title: t(parcel.isMade ? 'order.eventMaking' : 'order.eventReady'),
      detail: parcel.shipBy
        ? t('order.eventMakingDetail', { day: formatDay(locale, parcel.shipBy) })
        : undefined,
    },
    {
      key: 'shipped',
      state: parcel.status === 'to_ship' ? 'next' : parcel.status === 'shipped' ? 'now' : 'done',
      title: t('order.eventShipped'),
      detail:
        shipment && parcel.shippedAt
          ? t('order.eventShippedDetail', {
              carrier: carrierName(shipment.carrier, t),
              number: shipment.trackingNumber,
              time: at(parcel.shippedAt),
            })
          : undefined,
    },
    receivedEvent({ parcel, isPresent, t, locale, at }),
    {
      key: 'completed',
      state: parcel.status === 'completed' ? 'done' : 'next',
      title: t('order.eventCompleted'),
      detail: parcel.completedAt
        ? t('order.eventCompletedDetail', { day: on(parcel.completedAt) })
        : parcel.completeAfter
          ? t('order.eventCompletedNext', { day: on(parcel.completeAfter) })
          : t('order.eventCompletedLater'),
    },
  ]
}

type ReceivedView = Pick<View, 'parcel' | 'isPresent' | 't' | 'locale'> & { at: (iso: string) => string }

function receivedEvent({ parcel, isPresent, t, locale, at }: ReceivedView): TimelineEvent {
  const title = t('order.eventReceived')
  if (!parcel.receivedAt) {
    const arrives = parcel.arrivesBy ? [t('shop.arrives', { day: formatDay(locale, parcel.arrivesBy) })] : []
    const next = parcel.status === 'shipped' ? [t('order.eventReceivedNext')] : []
    const detail = [...arrives, ...next].join(t('order.eventPause'))
    return { key: 'received', state: 'next', title, ...(detail ? { detail } : {}) }
  }
  const words = {
    buyer: isPresent ? 'order.presentReceived' : 'order.eventReceivedBuyer',
    carrier: 'order.eventReceivedCarrier',
    lapse: 'order.eventReceivedLapse',
  } as const
  return {
    key: 'received',
    state: parcel.status === 'received' ? 'now' : 'done',
    title,
    detail: t(words[parcel.receivedHow ?? 'lapse'], { time: at(parcel.receivedAt) }),
  }
}
