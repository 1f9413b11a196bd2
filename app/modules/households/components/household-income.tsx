import { paths } from '~/paths'
import { formatDay, formatMoney, formatMonth } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Figures } from '~/ui/figures'
import { type Column, Table } from '~/ui/table'
import type { IncomeRow } from '../find-household-income.server'
import type { HouseholdPage } from '../get-household.server'
import { yuanText } from './yuan'

type Props = { page: Pick<HouseholdPage, 'id' | 'month' | 'previousMonth' | 'nextMonth' | 'income'> }

/** One month's income: the sums, then every order line that makes them. */
export function HouseholdIncome({ page }: Props) {
  const { t, locale } = useTranslator()
  const { income } = page
  const money = (fen: number) => formatMoney(locale, fen)
  const total = {
    label: t('household.incomeTotal'),
    value: money(income.totalFen),
    href: '#lines',
    note: t('household.rowsNote', { count: income.count }),
  }
  const sources = income.bySource.map(({ source, amountFen, count }) => ({
    label: t(`household.source_${source}`),
    value: money(amountFen),
    href: '#lines',
    note: t('household.rowsNote', { count }),
  }))
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
          <Figures figures={[total, ...sources]} />
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
    <p className="desk-acts">
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
  const caption = t('household.income', { month: formatMonth(locale, page.month) })
  const columns: Column<IncomeRow>[] = [
    {
      key: 'day',
      header: t('household.columnDay'),
      cell: ({ earnedOn }) => <span className="num nowrap">{formatDay(locale, earnedOn)}</span>,
    },
    {
      key: 'order',
      header: t('household.columnOrder'),
      cell: ({ orderNumber }) => <span className="num nowrap">{orderNumber}</span>,
    },
    { key: 'piece', header: t('household.columnPiece'), rowHeader: true, cell: (row) => <Piece row={row} /> },
    {
      key: 'maker',
      header: t('household.columnMaker'),
      wideOnly: true,
      cell: ({ personName }) =>
        personName ? (
          <span lang="zh-CN">{personName}</span>
        ) : (
          <span className="quiet">{t('household.hidden')}</span>
        ),
    },
    {
      key: 'status',
      header: t('household.columnStatusThen'),
      wideOnly: true,
      cell: ({ statusZh, statusEn }) => (locale === 'en' ? statusEn : statusZh),
    },
    {
      key: 'quantity',
      header: t('household.columnQuantity'),
      numeric: true,
      cell: ({ quantity }) => quantity,
    },
    {
      key: 'share',
      header: t('household.columnShare'),
      numeric: true,
      cell: ({ amountFen }) => yuanText(amountFen),
    },
  ]
  return (
    <div id="lines">
      {rows.length < count ? (
        <p className="quiet">{t('household.incomeMore', { shown: rows.length, count })}</p>
      ) : null}
      <Table
        caption={caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sum={[t('household.incomeTotal'), null, null, null, null, null, yuanText(totalFen)]}
      />
    </div>
  )
}

function Piece({ row: { titleZh, titleEn } }: { row: IncomeRow }) {
  const { locale } = useTranslator()
  const isEnglish = locale === 'en' && titleEn !== null
  return <span lang={isEnglish ? 'en' : 'zh-CN'}>{isEnglish ? titleEn : titleZh}</span>
}
