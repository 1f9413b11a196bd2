import { formatDay, formatInstant, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { ParcelEndView } from '../find-parcel-ends.server'

/** What the maker has to know about a parcel's end: that it is late, who gave it up and why, and that it goes back. */
export function WorkEnd({ end }: { end: ParcelEndView }) {
  const { t, locale } = useTranslator()
  const { cancelled, late } = end
  const givenFen = end.refunds.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return (
    <>
      {late ? (
        <Banner tone="wait">
          {t('aftersales.lateMaker', {
            day: formatDay(locale, late.shipBy),
            last: formatDay(locale, late.lastDay),
          })}
        </Banner>
      ) : null}
      {cancelled ? (
        <Banner tone="wait">
          <b>{t(`aftersales.workEndedBy_${cancelled.by}`)}</b>
          <br />
          {formatInstant(locale, new Date(cancelled.at))}
          {cancelled.note ? <p>{t('aftersales.words', { note: cancelled.note })}</p> : null}
        </Banner>
      ) : null}
      {givenFen > 0 ? <p>{t('aftersales.workRefunded', { amount: formatMoney(locale, givenFen) })}</p> : null}
    </>
  )
}
