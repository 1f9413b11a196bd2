import { dayOf } from '~/platform/calendar'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { SellerWorkPage } from '../get-seller-work.server'

/** What she will get for a parcel, line by line: price, commission, her share, postage, in all. */
export function Earning({ work }: { work: SellerWorkPage }) {
  const { t, locale } = useTranslator()
  const money = (fen: number) => formatMoney(locale, fen)
  const total = work.lines.reduce((sum, line) => sum + line.herFen, work.postageFen - work.givenBackFen)
  // her share of the only line is the sum
  const isOneSum = work.lines.length === 1 && work.postageFen === 0 && work.givenBackFen === 0
  return (
    <section className="studio-section">
      <h2>{t(work.completedAt ? 'order.workEarned' : 'order.workEarn')}</h2>
      {work.lines.map((line) => (
        <section key={line.id} className="earning">
          <h3 lang={line.titleLang}>{t('order.workPieces', { title: line.title, count: line.quantity })}</h3>
          <dl className="earning-lines">
            <div>
              <dt>{t('order.earnPrice')}</dt>
              <dd>{money(line.amountFen)}</dd>
            </div>
            {line.ownDiscountFen > 0 ? (
              <div>
                <dt>{t('promotion.earnOwn')}</dt>
                <dd>−{money(line.ownDiscountFen)}</dd>
              </div>
            ) : null}
            <div>
              <dt>{t('order.earnCommission', { percent: `${line.commissionBps / 100}%` })}</dt>
              <dd>−{money(line.commissionFen)}</dd>
            </div>
            {line.brokerFen > 0 ? (
              <div>
                <dt>{t('order.earnBroker', { percent: `${line.brokerBps / 100}%` })}</dt>
                <dd>−{money(line.brokerFen)}</dd>
              </div>
            ) : null}
            <div>
              <dt>{t('order.earnShare')}</dt>
              <dd>{money(line.herFen)}</dd>
            </div>
          </dl>
        </section>
      ))}
      {isOneSum ? null : (
        <section className="earning">
          <dl className="earning-lines">
            {work.postageFen > 0 ? (
              <div>
                <dt>{t('order.earnPostage')}</dt>
                <dd>{money(work.postageFen)}</dd>
              </div>
            ) : null}
            {work.givenBackFen > 0 ? (
              <div>
                <dt>{t('order.earnGivenBack')}</dt>
                <dd>−{money(work.givenBackFen)}</dd>
              </div>
            ) : null}
            <div>
              <dt>{t('order.earnTotal')}</dt>
              <dd>{money(total)}</dd>
            </div>
          </dl>
        </section>
      )}
      <p>{whenHers(work, t, (iso) => formatDay(locale, dayOf(new Date(iso))))}</p>
    </section>
  )
}

function whenHers(
  work: SellerWorkPage,
  t: ReturnType<typeof useTranslator>['t'],
  day: (iso: string) => string,
): string {
  if (work.completedAt) return t('order.earnDone', { day: day(work.completedAt) })
  if (work.completeAfter) return t('order.earnHeldUntil', { day: day(work.completeAfter) })
  return t('order.earnWhen')
}
