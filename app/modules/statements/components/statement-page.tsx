import { formatDay, formatMoney, formatMonth, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { type Column, Table } from '~/ui/table'
import type { Statement, StatementLine } from '../statement'
import { tellDebt, tellDebtLines, tellLine } from '../statement-words'

type Row =
  | { id: 'opening' | 'closing'; text: string; amountFen: number }
  | { id: string; line: StatementLine }

/** A month in words: opening balance, every line with how it comes about, closing balance, and what stands beside it. */
export function StatementPage({ statement, isLarge }: { statement: Statement; isLarge: boolean }) {
  const { t, locale } = useTranslator()
  const closing = statement.isWhole ? t('statement.closing') : t('statement.closingNow')
  const rows: Row[] = [
    { id: 'opening', text: t('statement.opening'), amountFen: statement.openingFen },
    ...statement.lines.map((line) => ({ id: line.id, line })),
    { id: 'closing', text: closing, amountFen: statement.closingFen },
  ]
  const columns: Column<Row>[] = [
    {
      key: 'day',
      header: t('statement.columnDay'),
      wideOnly: true,
      cell: (row) =>
        'line' in row ? <span className="nowrap">{formatDay(locale, row.line.day)}</span> : null,
    },
    {
      key: 'what',
      header: t('statement.columnWhat'),
      rowHeader: true,
      cell: (row) => ('line' in row ? <LineText line={row.line} /> : <b>{row.text}</b>),
    },
    {
      key: 'amount',
      header: t('statement.columnAmount'),
      numeric: true,
      cell: (row) => ('line' in row ? signed(row.line.amountFen) : <b>{formatYuan(row.amountFen)}</b>),
    },
  ]
  const caption = t('statement.heading', { month: formatMonth(locale, statement.month) })
  return (
    <div className={isLarge ? 'large-print' : undefined}>
      {statement.isWhole ? null : (
        <Banner tone="info" className="mb-4">
          {t('statement.notWhole')}
        </Banner>
      )}
      <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
      {statement.lines.length === 0 ? <p className="quiet">{t('statement.noLines')}</p> : null}
      <Beside statement={statement} />
    </div>
  )
}

/** What her balance does not hold: money on its way, and a debt, with why it is there and how it goes. */
function Beside({ statement }: { statement: Statement }) {
  const { t, locale } = useTranslator()
  const debt = tellDebtLines(statement, { t, locale })
  return (
    <>
      {statement.onTheWayFen === 0 ? null : (
        <dl className="earning-lines">
          <div>
            <dt>{t('statement.onTheWay')}</dt>
            <dd>{formatMoney(locale, statement.onTheWayFen)}</dd>
          </div>
        </dl>
      )}
      {debt.length === 0 ? null : (
        <section className="earning" aria-labelledby="debt">
          <h2 id="debt">{t('statement.debt')}</h2>
          <dl className="earning-lines">
            {debt.map(({ text, amountFen }, at) => (
              <div key={text}>
                <dt>{text}</dt>
                <dd className="num">{at === debt.length - 1 ? formatYuan(amountFen) : signed(amountFen)}</dd>
              </div>
            ))}
          </dl>
          {statement.closingDebtFen === 0 ? null : <p>{tellDebt(statement, { t, locale })}</p>}
        </section>
      )}
    </>
  )
}

function LineText({ line }: { line: StatementLine }) {
  const { t, locale } = useTranslator()
  const { title, parts, note } = tellLine(line, { t, locale })
  return (
    <>
      <span className="line-day">{formatDay(locale, line.day)}</span>
      {title}
      {parts.map((part) => (
        <span className="queue-note" key={part.text}>
          {part.text} <span className="num nowrap">{signed(part.amountFen)}</span>
        </span>
      ))}
      {note ? <span className="queue-note">{note}</span> : null}
    </>
  )
}

function signed(fen: number): string {
  return fen > 0 ? `+${formatYuan(fen)}` : formatYuan(fen)
}
