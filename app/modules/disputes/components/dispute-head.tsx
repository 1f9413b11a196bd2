import { formatInstant, formatMoney, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Unbroken } from '~/ui/unbroken'
import { reasonText, stateWords } from '../dispute-words'
import type { DisputePage } from '../get-dispute.server'
import { DaysLeft } from './days-left'

/** What the buyer's bank says and takes, until when we may answer, and how it ended. */
export function DisputeHead({ dispute }: { dispute: DisputePage }) {
  const { t, locale } = useTranslator()
  const { taken, order, state } = dispute
  const money = (currency: string, minor: number) => `${currency} ${formatYuan(minor)}`
  return (
    <>
      <header className="desk-head">
        <h1>{t(reasonText(dispute.reason))}</h1>
        <p className="num">
          <Unbroken text={t('dispute.order', { number: order.number })} />{' '}
          <b>{money(dispute.currency, dispute.amount)}</b>{' '}
          <Badge tone={stateWords[state].tone}>{t(stateWords[state].text)}</Badge>
        </p>
      </header>
      <Outcome dispute={dispute} />
      <p className="quiet num">
        {t('dispute.providerWord', { word: dispute.reason })}{' '}
        {t('dispute.ofTotal', { amount: formatMoney(locale, order.totalFen) })}{' '}
        {taken
          ? t('dispute.taken', {
              amount: money(taken.currency, taken.amount),
              fee: money(taken.currency, taken.fee),
            })
          : t('dispute.onlyAsked')}{' '}
        {state === 'won' ? null : t('dispute.alsoLoss')}
      </p>
      {order.refundedFen > 0 ? (
        <Banner tone="info">
          {t('dispute.refunded', { amount: formatMoney(locale, order.refundedFen) })}
        </Banner>
      ) : null}
      {state === 'needs_response' ? (
        <p className="desk-acts">
          <b>{t('dispute.columnDeadline')}</b> <DaysLeft dueBy={dispute.dueBy} daysLeft={dispute.daysLeft} />
        </p>
      ) : null}
    </>
  )
}

function Outcome({ dispute: { state, closedAt, dueBy, daysLeft, submittedAt } }: { dispute: DisputePage }) {
  const { t, locale } = useTranslator()
  const at = (instant: string) => formatInstant(locale, new Date(instant))
  if (state === 'won' && closedAt)
    return <Banner tone="done">{t('dispute.decided_won', { time: at(closedAt) })}</Banner>
  if (state === 'lost' && closedAt)
    return <Banner tone="wrong">{t('dispute.decided_lost', { time: at(closedAt) })}</Banner>
  if (state === 'under_review' && submittedAt)
    return <Banner tone="wait">{t('dispute.answered', { time: at(submittedAt) })}</Banner>
  if (state === 'needs_response' && dueBy && daysLeft === null)
    return <Banner tone="wait">{t('dispute.passed')}</Banner>
  return null
}
