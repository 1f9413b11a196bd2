import { formatBeijingTime, formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { ParcelEndView, ParcelRefundView } from '../find-parcel-ends.server'

/** What the buyer has to know about one parcel's end: that it is late, who gave it up and why, what comes back and when. */
export function ParcelEnd({ end }: { end: ParcelEndView }) {
  const { t, locale } = useTranslator()
  const { cancelled, late } = end
  return (
    <>
      {late ? (
        <Banner tone="wait">
          {t('aftersales.lateBuyer', {
            day: formatDay(locale, late.shipBy),
            last: formatDay(locale, late.lastDay),
          })}
        </Banner>
      ) : null}
      {cancelled ? (
        <div className="mt-4">
          <h3>{t(`aftersales.endedBy_${cancelled.by}`)}</h3>
          <p className="quiet">{formatBeijingTime(locale, new Date(cancelled.at))}</p>
          {cancelled.note ? <p>{t('aftersales.words', { note: cancelled.note })}</p> : null}
        </div>
      ) : null}
      {end.refunds.map((refund) => (
        <RefundLine key={refund.id} refund={refund} />
      ))}
    </>
  )
}

function RefundLine({ refund }: { refund: ParcelRefundView }) {
  const { t, locale } = useTranslator()
  const amount = formatMoney(locale, refund.amountFen)
  if (refund.state === 'failed')
    return <Banner tone="wait">{t('aftersales.refundFailed', { amount })}</Banner>
  const isDone = refund.state === 'succeeded' && refund.finishedAt !== null
  return (
    <Banner tone={isDone ? 'done' : 'info'} className="mt-4">
      <b>
        {isDone
          ? t('aftersales.refundDone', {
              amount,
              time: formatBeijingTime(locale, new Date(refund.finishedAt ?? '')),
            })
          : t('aftersales.refundGoing', { amount })}
      </b>
      <br />
      {t(`aftersales.way_${refund.way}`)}
    </Banner>
  )
}
