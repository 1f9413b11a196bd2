import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { FairPrice } from '../find-fair-price.server'

/** What one sold piece brings her and what an hour of it comes to, line by line; without a price, where the lines will stand. */
export function EarningLines({ fair: { earning, below, minimum } }: { fair: FairPrice }) {
  const { t, locale } = useTranslator()
  if (!earning) return <p className="quiet">{t('studio.earnLater')}</p>
  const money = (fen: number) => formatMoney(locale, fen)
  const { materialsFen, packingFen, workFen, hours, wageFen } = earning
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
      <dl className="earning-lines earning-hour">
        {materialsFen === null ? null : (
          <div>
            <dt className="min-w-0">{t('studio.earnMaterials')}</dt>
            <dd>−{money(materialsFen)}</dd>
          </div>
        )}
        {packingFen === null ? null : (
          <div>
            <dt className="min-w-0">{t('studio.earnPacking')}</dt>
            <dd>−{money(packingFen)}</dd>
          </div>
        )}
        {hours === null || wageFen === null ? null : (
          <div>
            <dt className="min-w-0">
              {workFen < 0
                ? t('studio.earnUncovered')
                : t('studio.earnHour', { hours, work: money(workFen) })}
            </dt>
            <dd>{money(wageFen)}</dd>
          </div>
        )}
      </dl>
      {hours === null ? <p className="field-hint">{t('studio.earnNoHours')}</p> : null}
      {below ? (
        <p className="earning-low">
          {t('studio.earnBelow', { place: below.place, wage: money(below.minimumFen) })}
        </p>
      ) : minimum && wageFen !== null ? (
        <p className="field-hint">
          {t('studio.earnMinimum', {
            place: minimum.place,
            wage: money(minimum.hourlyFen),
            source: minimum.source,
          })}
        </p>
      ) : null}
      <p className="field-hint">{t('studio.earnNote')}</p>
    </>
  )
}
