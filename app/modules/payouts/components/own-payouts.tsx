import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { OwnPayout } from '../find-own-payouts.server'

const whenKeys = {
  in_transit: 'order.incomePayoutSent',
  paid: 'order.incomePayoutOn',
  failed: 'order.incomePayoutBack',
  returned: 'order.incomePayoutBack',
} as const

/** Each payment to her: the day, the card by its last four digits, the sum; nothing before the first. */
export function OwnPayouts({ payouts, thisYear }: { payouts: readonly OwnPayout[]; thisYear: string }) {
  const { t, locale } = useTranslator()
  if (payouts.length === 0) return null
  return (
    <section className="studio-section">
      <h2>{t('order.incomePayouts')}</h2>
      <dl className="earning-lines earning-list">
        {payouts.map(({ id, state, day, amountFen, keptFen, last4, reason }) => (
          <div key={id}>
            <dt>
              {t(whenKeys[state], { day: formatDay(locale, day, thisYear) })}
              <span className="queue-note">
                {last4 ? t('order.incomePayoutCard', { last4 }) : t('order.incomePayoutAccount')}
              </span>
              {keptFen > 0 && (state === 'paid' || state === 'in_transit') ? (
                <span className="queue-note">
                  {t('order.incomePayoutKept', { kept: formatMoney(locale, keptFen) })}
                </span>
              ) : null}
              {reason && (state === 'failed' || state === 'returned') ? (
                <span className="queue-note">{t('order.incomePayoutSaid', { reason })}</span>
              ) : null}
            </dt>
            <dd>{formatMoney(locale, amountFen)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
