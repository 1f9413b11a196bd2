import { carrierName } from '~/modules/orders/carrier-name'
import { paths } from '~/paths'
import { formatInstant, formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Timeline, type TimelineEvent } from '~/ui/timeline'
import type { DisputeMoment } from '../dispute-story'
import { stateWords } from '../dispute-words'
import type { DisputedParcel, DisputePage } from '../get-dispute.server'

/** What was sold, how it went on its way, and all that our records say happened. */
export function DisputedSale({ dispute: { order, parcels, story } }: { dispute: DisputePage }) {
  const { t, locale } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('dispute.saleTitle')}</h2>
      {parcels.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} />
      ))}
      {order.note ? (
        <p>
          {t('dispute.buyerNote')}: <q lang="zh-CN">{order.note}</q>
        </p>
      ) : null}
      <h2 className="pt-4">{t('dispute.storyTitle')}</h2>
      <Timeline label={t('dispute.storyTitle')} events={story.map((moment) => eventOf(moment, t, locale))} />
    </section>
  )
}

function Parcel({ parcel }: { parcel: DisputedParcel }) {
  const { t, locale, href } = useTranslator()
  const seller = locale === 'en' ? parcel.sellerEn : parcel.sellerZh
  return (
    <section className="pb-4">
      <h3>{t('dispute.parcelOf', { seller })}</h3>
      <ul>
        {parcel.lines.map((line) => (
          <li key={line.id} className="num">
            {line.quantity} × {locale === 'en' ? (line.titleEn ?? line.titleZh) : line.titleZh}{' '}
            {formatMoney(locale, line.amountFen)}
          </li>
        ))}
      </ul>
      <p className="num">
        {parcel.shipments.length > 0 ? trackingText(parcel.shipments, t) : t('dispute.notShipped')}
      </p>
      <p>
        <a className="link link-line" href={href(paths.deskOrder({ sellerOrderId: parcel.id }))}>
          {t('dispute.toOrder')}
        </a>
      </p>
    </section>
  )
}

function trackingText(shipments: DisputedParcel['shipments'], t: Translate): string {
  return shipments
    .map(({ carrier, trackingNumber: number }) =>
      t('dispute.tracking', { carrier: carrierName(carrier, t), number }),
    )
    .join(' · ')
}

function eventOf(moment: DisputeMoment, t: Translate, locale: Locale): TimelineEvent {
  const { title, note } = wordsOf(moment, t, locale)
  const time = formatInstant(locale, new Date(moment.at))
  return { key: moment.key, state: 'done', title, detail: note ? `${time} · ${note}` : time }
}

function wordsOf(
  moment: DisputeMoment,
  t: Translate,
  locale: Locale,
): { title: string; note?: string | null } {
  switch (moment.what) {
    case 'shipped':
      return { title: t('dispute.story_shipped'), note: trackingText(moment.shipments, t) }
    case 'received':
      return { title: t('dispute.story_received'), note: t(`dispute.story_received_${moment.how}`) }
    case 'cancelled':
      return { title: t('dispute.story_cancelled'), note: moment.note }
    case 'refunded':
      return { title: t('dispute.story_refunded', { amount: formatMoney(locale, moment.amountFen) }) }
    case 'submitted':
    case 'accepted':
      return {
        title: t(`dispute.story_${moment.what}`),
        note: moment.who && t('dispute.story_by', { who: moment.who }),
      }
    case 'state':
      return { title: t(stateWords[moment.state].text) }
    default:
      return { title: t(`dispute.story_${moment.what}`) }
  }
}
