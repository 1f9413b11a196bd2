import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { Earning } from '../find-earning.server'

/** What one sold piece brings her, line by line; without a price, where the lines will stand. */
export function EarningLines({ earning }: { earning: Earning | null }) {
  const { t, locale } = useTranslator()
  if (!earning) return <p className="quiet">{t('studio.earnLater')}</p>
  const money = (fen: number) => formatMoney(locale, fen)
  return (
    <>
      <dl className="earning-lines">
        <div>
          <dt className="min-w-0">{t('studio.earnPrice')}</dt>
          <dd>{money(earning.priceFen)}</dd>
        </div>
        <div>
          <dt className="min-w-0">{t('studio.earnCommission', { percent: earning.percent })}</dt>
          <dd>−{money(earning.commissionFen)}</dd>
        </div>
        <div>
          <dt className="min-w-0">{t('studio.earnShare')}</dt>
          <dd>{money(earning.shareFen)}</dd>
        </div>
      </dl>
      <p className="field-hint">{t('studio.earnNote')}</p>
    </>
  )
}
