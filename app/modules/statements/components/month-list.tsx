import { formatMonth } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { StatementMonth } from '../find-statement-months.server'
import { tellMonth } from '../statement-words'

type MonthListProps = { months: StatementMonth[]; hrefOf: (month: string) => string }

/** The months with a statement, newest first, each a link. */
export function MonthList({ months, hrefOf }: MonthListProps) {
  const { t, locale } = useTranslator()
  if (months.length === 0) return <p className="quiet">{t('statement.empty')}</p>
  return (
    <ul className="tasks">
      {months.map(({ month, ...sums }) => (
        <li key={month} className="task month-item">
          <a className="link" href={hrefOf(month.slice(0, 7))}>
            <b>{formatMonth(locale, month)}</b>
          </a>
          <span className="quiet">{tellMonth(sums, { t, locale })}</span>
        </li>
      ))}
    </ul>
  )
}
