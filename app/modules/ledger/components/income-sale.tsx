import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Unbroken } from '~/ui/unbroken'
import type { IncomeSale as Sale } from '../find-seller-income.server'

/** One sale in her statement: every line from price to her share, and when it is hers. */
export function IncomeSale({ sale }: { sale: Sale }) {
  const { t, locale, href } = useTranslator()
  const money = (fen: number) => formatMoney(locale, fen)
  /** the price and what comes off it, in words */
  const partsOf = (line: Sale['lines'][number]) =>
    [
      { text: t('order.earnPrice'), fen: line.amountFen },
      { text: t('promotion.earnOwn'), fen: -line.ownDiscountFen },
      {
        text: t('order.earnCommission', { percent: `${line.commissionBps / 100}%` }),
        fen: -line.commissionFen,
      },
      { text: t('order.earnBroker', { percent: `${line.brokerBps / 100}%` }), fen: -line.brokerFen },
    ].filter(({ fen }) => fen !== 0)
  return (
    <section className="earning">
      <div className="earning-head">
        <h3>
          <a className="link-line" href={href(paths.studioOrder({ sellerOrderId: sale.sellerOrderId }))}>
            <Unbroken text={t('order.workOrder', { number: sale.number })} />
          </a>
        </h3>
        {sale.earnedOn ? (
          <Badge tone="done">{t('order.incomeEarnedBadge', { day: formatDay(locale, sale.earnedOn) })}</Badge>
        ) : (
          <Badge tone="waiting">
            {sale.heldUntil
              ? t('order.incomeUntil', { day: formatDay(locale, sale.heldUntil) })
              : t('order.incomeAfterReceipt')}
          </Badge>
        )}
      </div>
      <dl className="earning-lines">
        {sale.lines.map((line) => (
          <div key={line.id}>
            <dt>
              <span lang={line.titleLang}>
                {t('order.workPieces', { title: line.title, count: line.quantity })}
              </span>
              {partsOf(line).map(({ text, fen }) => (
                <span className="queue-note" key={text}>
                  {text} <span className="num nowrap">{money(fen)}</span>
                </span>
              ))}
            </dt>
            <dd>{money(line.herFen)}</dd>
          </div>
        ))}
        {sale.postageFen > 0 ? (
          <div>
            <dt>{t('order.earnPostage')}</dt>
            <dd>{money(sale.postageFen)}</dd>
          </div>
        ) : null}
        {sale.givenBackFen > 0 ? (
          <div>
            <dt>{t('order.earnGivenBack')}</dt>
            <dd>−{money(sale.givenBackFen)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('order.earnTotal')}</dt>
          <dd>{money(sale.totalFen)}</dd>
        </div>
      </dl>
    </section>
  )
}
