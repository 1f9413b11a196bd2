import { formatDay, formatInstant, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ComingPayout, ComingPayouts } from '../find-coming-payouts.server'

/** Under the sum that waits for the next payout: when it is paid and to which card, what a debt keeps back of it, or what stands in its way. A line for each shop. */
export function ComingPayoutLines({ coming }: { coming: ComingPayouts }) {
  const { t, locale } = useTranslator()
  const tell = useTold(coming)
  const isNamed = coming.payouts.length > 1
  return coming.payouts.map((payout) => (
    <span className="queue-note" key={payout.sellerId}>
      {isNamed ? `${t('order.incomeOf', { name: locale === 'en' ? payout.nameEn : payout.nameZh })} ` : ''}
      {tell(payout)}
      {payout.keptFen > 0 ? (
        <span className="queue-note">
          {t('order.incomeNextKept', {
            kept: formatMoney(locale, payout.keptFen),
            amount: formatMoney(locale, payout.amountFen),
          })}
        </span>
      ) : null}
    </span>
  ))
}

function useTold({ sweep, minimumFen }: ComingPayouts) {
  const { t, locale } = useTranslator()
  const weekday = t(`payout.weekday_${sweep.weekday}`)
  const when = { day: formatDay(locale, sweep.day), weekday }
  return ({ outcome, last4, usableFrom }: ComingPayout): string => {
    switch (outcome) {
      case 'ready':
        return t('order.incomeNextCard', { ...when, last4: last4 ?? '' })
      case 'by_transfer':
      case 'by_bank':
        return t('order.incomeNextAccount', when)
      case 'open_line':
        return t('order.incomeNextOpen')
      case 'no_account':
        return t('order.incomeNextNoCard')
      case 'not_agreed':
        return t('order.incomeNextNotAgreed')
      case 'cooling_off':
        return t('order.incomeNextCooling', {
          time: formatInstant(locale, new Date(usableFrom ?? 0)),
          weekday,
        })
      case 'below_minimum':
        return t('order.incomeNextLittle', { amount: formatMoney(locale, minimumFen) })
      case 'above_limit':
        return t('order.incomeNextLarge')
    }
  }
}
