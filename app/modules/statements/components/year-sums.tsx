import { formatMonth, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { TaxYear } from '../get-tax-year.server'
import { taxSources } from '../tax-sources'

/** A year as a list of sums on a narrow screen as on a wide one, the year first, then each month folded. Sources of which there is nothing are left out. */
export function YearSums({ year }: { year: TaxYear }) {
  const { t, locale } = useTranslator()
  const parts = [
    { key: 'year', title: t('tax.total'), sums: year.total },
    ...year.months.map((sums) => ({
      key: sums.month,
      title: formatMonth(locale, `${sums.month}-01`),
      sums,
    })),
  ]
  return parts.map(({ key, title, sums }) => (
    <section key={key} className="earning">
      <h2>{title}</h2>
      <dl className="earning-lines">
        {taxSources
          .filter((source) => sums[source] !== 0 || source === 'incomeFen' || source === 'paidFen')
          .map((source) => (
            <div key={source}>
              <dt>{t(`tax.${source}`)}</dt>
              <dd className="num">{formatYuan(sums[source])}</dd>
            </div>
          ))}
      </dl>
    </section>
  ))
}
