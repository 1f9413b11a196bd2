import type { FormFailure } from '~/platform/form.server'
import { formatDay, formatInstant, formatMoney } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
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

type RefundsProps = { refunds: readonly TransferRefund[]; failure: FormFailure | null }

/** Money that goes back by bank, and a place for the bank's number once it is sent. */
export function Refunds({ refunds, failure }: RefundsProps) {
  const { t, locale } = useTranslator()
  const own = failure?.intent === 'sent' ? failure : null
  return (
    <section className="desk-section">
      <h2>{t('transfer.refunds')}</h2>
      <ul className="grid gap-4">
        {refunds.map((refund) => {
          const words = {
            reason: t(reasonTitles.get(refund.reason) ?? 'transfer.reason_other'),
            amount: formatMoney(locale, refund.amountFen),
          }
          const typed = own?.values.refundId === refund.id ? own : null
          return (
            <li key={refund.id}>
              {refund.isDone ? (
                <p>
                  {t('transfer.refundDone', {
                    ...words,
                    time: formatInstant(locale, new Date(refund.finishedAt ?? '')),
                    ref: refund.bankRef ?? '—',
                  })}
                </p>
              ) : (
                <DecideForm
                  intent="sent"
                  act={t('transfer.sentAct')}
                  hidden={{ refundId: refund.id, arrivalId: refund.paymentId }}
                >
                  <p className="pb-3">{t('transfer.refundOpen', words)}</p>
                  <Field
                    id={`ref-${refund.id}`}
                    name="bankRef"
                    label={t('transfer.recordRef')}
                    defaultValue={typed?.values.bankRef}
                    error={typed?.errors.bankRef}
                    maxLength={64}
                    autoComplete="off"
                    figures
                    required
                  />
                </DecideForm>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const reasonTitles: ReadonlyMap<string, MessageKey> = new Map([
  ['late_payment', 'transfer.reason_late_payment'],
  ['duplicate', 'transfer.reason_duplicate'],
  ['wrong_amount', 'transfer.reason_wrong_amount'],
])
