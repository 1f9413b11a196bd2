import type { FormFailure } from '~/platform/form.server'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import type { ParcelRefundView } from '../find-parcel-ends.server'
import { SentForm } from './sent-form'

type RefundListProps = { refunds: readonly ParcelRefundView[]; today: string; failure: FormFailure | null }

/** What was given back of a parcel, and what finance still has to do by hand: send by bank what cannot or did not go back as it came. */
export function RefundList({ refunds, today, failure }: RefundListProps) {
  const { t, locale } = useTranslator()
  if (refunds.length === 0) return null
  return (
    <section>
      <h2>{t('aftersales.deskDone')}</h2>
      <ul className="grid gap-4">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <b className="num">{formatMoney(locale, refund.amountFen)}</b>{' '}
            {t(`aftersales.deskState_${refund.state}`)}
            {refund.state === 'requested' && refund.way === 'bank' ? (
              <SentForm refundId={refund.id} today={today} failure={failure} />
            ) : null}
            {refund.state === 'failed' ? (
              <DecideForm act={t('aftersales.deskResend')} intent="resend" hidden={{ refundId: refund.id }} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
