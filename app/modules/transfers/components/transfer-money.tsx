import { refundReasons } from '~/modules/aftersales/components/waiting-refunds'
import { paths } from '~/paths'
import { formatDay, formatInstant, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import type { Arrival, TransferRefund } from '../get-transfer.server'

/** What came by bank for this order; what was set aside can be sent back. */
export function Arrivals({ arrivals }: { arrivals: readonly Arrival[] }) {
  const { t, locale } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('transfer.arrivals')}</h2>
      <ul className="grid gap-4">
        {arrivals.map((arrival) => (
          <li key={arrival.paymentId}>
            <p className="num">
              {t('transfer.arrival', {
                day: formatDay(locale, arrival.receivedOn),
                amount: formatMoney(locale, arrival.amountFen),
                ref: arrival.bankRef,
              })}
            </p>
            {arrival.leftFen > 0 ? (
              <DecideForm
                intent="back"
                act={t('transfer.sendBackAct', { amount: formatMoney(locale, arrival.leftFen) })}
                hidden={{ arrivalId: arrival.paymentId }}
              >
                <p className="quiet pb-3">{t('transfer.sendBackText')}</p>
              </DecideForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Money that goes back by bank: sent and noted where all such refunds are. */
export function Refunds({ refunds }: { refunds: readonly TransferRefund[] }) {
  const { t, locale, href } = useTranslator()
  const words = ({ reason, amountFen }: TransferRefund) => ({
    reason: t(refundReasons[reason] ?? 'aftersales.reason_goodwill'),
    amount: formatMoney(locale, amountFen),
  })
  return (
    <section className="desk-section">
      <h2>{t('transfer.refunds')}</h2>
      <ul className="grid gap-4">
        {refunds.map((refund) => (
          <li key={refund.id}>
            {refund.isDone ? (
              t('transfer.refundDone', {
                ...words(refund),
                time: formatInstant(locale, new Date(refund.finishedAt ?? '')),
                ref: refund.bankRef ?? '—',
              })
            ) : (
              <>
                {t('transfer.refundOpen', words(refund))}{' '}
                <a className="link" href={href(paths.deskRefunds())}>
                  {t('transfer.toRefunds')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
