import { paths } from '~/paths'
import { formatDay, formatMoney, formatMonth, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Figures } from '~/ui/figures'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import type { IncomeRow } from '../find-household-income.server'
import type { HouseholdPage } from '../get-household.server'
import { StaffText } from './staff-text'

type Props = { page: Pick<HouseholdPage, 'id' | 'month' | 'previousMonth' | 'nextMonth' | 'income'> }

/** One month's income: the sums, then every order line that makes them. */
export function HouseholdIncome({ page }: Props) {
  const { t, locale } = useTranslator()
  const { income } = page
  const figure = (label: string, { amountFen, count }: { amountFen: number; count: number }) => ({
    label,
    value: formatMoney(locale, amountFen),
    href: '#lines',
    note: t('household.rowsNote', { count }),
  })
  return (
    <section className="desk-section" id="income">
      <h2>{t('household.income', { month: formatMonth(locale, page.month) })}</h2>
      <MonthSwitch page={page} />
      {income.count === 0 ? (
        <p className="quiet">
          {t('household.incomeEmpty')} {t('household.incomeEmptyText')}
        </p>
      ) : (
        <>
          <Figures
            figures={[
              figure(t('household.incomeTotal'), { amountFen: income.totalFen, count: income.count }),
              ...income.bySource.map((one) => figure(t(`household.source_${one.source}`), one)),
            ]}
          />
          <IncomeTable page={page} />
        </>
      )}
    </section>
  )
}

function MonthSwitch({ page }: Props) {
  const { t, href } = useTranslator()
  const to = (month: string) => `${href(paths.deskHousehold({ householdId: page.id }, { month }))}#income`
  return (
    <p className="flex gap-6">
      <a className="link link-line" href={to(page.previousMonth)} rel="prev">
        {t('household.previousMonth')}
      </a>
      {page.nextMonth ? (
        <a className="link link-line" href={to(page.nextMonth)} rel="next">
          {t('household.nextMonth')}
        </a>
      ) : null}
    </p>
  )
}

function IncomeTable({ page }: Props) {
  const { t, locale } = useTranslator()
  const { rows, count, totalFen } = page.income
  return (
    <div id="lines">
      {rows.length < count ? (
        <p className="quiet">{t('household.incomeMore', { shown: rows.length, count })}</p>
      ) : null}
      <Table
        caption={t('household.income', { month: formatMonth(locale, page.month) })}
        captionHidden
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        sum={[null, null, t('household.incomeTotal'), null, null, null, formatYuan(totalFen)]}
      />
    </div>
  )
}

function useColumns(): Column<IncomeRow>[] {
  const { t, locale } = useTranslator()
  const number = { numeric: true } as const
  return [
    { key: 'day', header: t('household.columnDay'), cell: (row) => <EarnedDay row={row} /> },
    {
      key: 'order',
      header: t('household.columnOrder'),
      wideOnly: true,
      cell: (row) => <Unbroken text={row.orderNumber} />,
    },
    { key: 'piece', header: t('household.columnPiece'), rowHeader: true, cell: (row) => <Piece row={row} /> },
    {
      key: 'maker',
      header: t('household.columnMaker'),
      wideOnly: true,
      cell: (row) => <StaffText text={row.personName} without={t('household.hidden')} />,
    },
    {
      key: 'status',
      header: t('household.columnStatusThen'),
      wideOnly: true,
      cell: (row) => (locale === 'en' ? row.statusEn : row.statusZh),
    },
    {
      ...number,
      wideOnly: true,
      key: 'quantity',
      header: t('household.columnQuantity'),
      cell: (row) => row.quantity,
    },
    { ...number, key: 'share', header: t('household.columnShare'), cell: (row) => formatYuan(row.amountFen) },
  ]
}

function EarnedDay({ row }: { row: IncomeRow }) {
  const { locale } = useTranslator()
  return <span className="num nowrap">{formatDay(locale, row.earnedOn)}</span>
}

/** What was sold; on a phone with the order and how many below. */
function Piece({ row: { titleZh, titleEn, orderNumber, quantity } }: { row: IncomeRow }) {
  const { t, locale } = useTranslator()
  const isEnglish = locale === 'en' && titleEn !== null
  return (
    <>
      <span lang={isEnglish ? 'en' : 'zh-CN'}>{isEnglish ? titleEn : titleZh}</span>
      <span className="queue-note num md:hidden">
        <Unbroken text={orderNumber} />
        {quantity === null ? null : ` · ${t('household.pieces', { count: quantity })}`}
      </span>
    </>
  )
}
