import { paths } from '~/paths'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { AssistanceGroup } from '../find-assistance-month.server'
import type { IncomeMonth, QuietHousehold } from '../find-income-month.server'
import { incomeQuery } from '../schema'

type Row = { key: string; name: string; households: number; incomeFen: number }

type IncomeTableProps = {
  title: string
  column: string
  rows: Row[]
  /** where the figures of a row open into theirs */
  rowsOf: (row: Row) => string
}

/** Households and income by one question, with its heading. */
export function IncomeTable({ title, column, rows, rowsOf }: IncomeTableProps) {
  const { t } = useTranslator()
  const columns: Column<Row>[] = [
    { key: 'name', header: column, rowHeader: true, cell: ({ name }) => name },
    {
      key: 'households',
      header: t('incomes.columnHouseholds'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row)} figure={row.households}>
          {formatCount(row.households)}
        </RowsLink>
      ),
    },
    {
      key: 'income',
      header: t('incomes.columnIncome'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row)} figure={row.incomeFen}>
          {formatYuan(row.incomeFen)}
        </RowsLink>
      ),
    },
  ]
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
    </section>
  )
}

/** Income by place, and beside it what households there were given: two things that are never added. */
export function PlaceTable({ page }: { page: IncomeMonth }) {
  const { t } = useTranslator()
  const { byPlace, assistance } = page
  const rowsOf = ({ key }: Row, of: 'income' | 'assistance') =>
    paths.deskIncomeRows(
      incomeQuery({ of, month: page.month.slice(0, 7), place: key, own: key === page.code ? 'yes' : null }),
    )
  const given = new Map(assistance.byPlace.map((group) => [group.key, group]))
  const only = assistance.byPlace.filter(({ key }) => !byPlace.some((group) => group.key === key))
  const rows: Row[] = [
    ...byPlace,
    ...only.map(({ key, name }) => ({ key, name, households: 0, incomeFen: 0 })),
  ].sort((a, b) => a.key.localeCompare(b.key))
  const columns: Column<Row>[] = [
    { key: 'name', header: t('incomes.columnPlace'), rowHeader: true, cell: ({ name }) => name },
    {
      key: 'households',
      header: t('incomes.columnHouseholds'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row, 'income')} figure={row.households}>
          {formatCount(row.households)}
        </RowsLink>
      ),
    },
    {
      key: 'income',
      header: t('incomes.columnIncome'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row, 'income')} figure={row.incomeFen}>
          {formatYuan(row.incomeFen)}
        </RowsLink>
      ),
    },
    {
      key: 'assisted',
      header: t('assistance.columnHouseholds'),
      numeric: true,
      wideOnly: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row, 'assistance')} figure={given.get(row.key)?.households ?? 0}>
          {formatCount(given.get(row.key)?.households ?? 0)}
        </RowsLink>
      ),
    },
    {
      key: 'assistance',
      header: t('assistance.columnMoney'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row, 'assistance')} figure={given.get(row.key)?.fen ?? 0}>
          {formatYuan(given.get(row.key)?.fen ?? 0)}
        </RowsLink>
      ),
    },
  ]
  return (
    <section className="mt-8">
      <h2>{t('incomes.byPlace')}</h2>
      <Table
        caption={t('incomes.byPlace')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <p className="quiet">{t('assistance.byPlaceNote')}</p>
    </section>
  )
}

/** A figure that opens into its rows, where there are any. */
function RowsLink({ to, figure, children }: { to: string; figure: number; children: string }) {
  const { href } = useTranslator()
  if (figure === 0) return children
  return (
    <a className="link" href={href(to)}>
      {children}
    </a>
  )
}

/** What was given, by kind. */
export function KindTable({ page }: { page: IncomeMonth }) {
  const { t } = useTranslator()
  const { assistance } = page
  const rowsOf = ({ key }: AssistanceGroup) =>
    paths.deskIncomeRows(incomeQuery({ of: 'assistance', month: page.month.slice(0, 7), kind: key }))
  if (assistance.households === 0) return null
  const columns: Column<AssistanceGroup>[] = [
    { key: 'name', header: t('assistance.columnKind'), rowHeader: true, cell: ({ name }) => name },
    {
      key: 'households',
      header: t('assistance.columnHouseholds'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row)} figure={row.households}>
          {formatCount(row.households)}
        </RowsLink>
      ),
    },
    {
      key: 'fen',
      header: t('assistance.columnMoney'),
      numeric: true,
      cell: (row) => (
        <RowsLink to={rowsOf(row)} figure={row.fen}>
          {formatYuan(row.fen)}
        </RowsLink>
      ),
    },
  ]
  return (
    <section className="mt-8">
      <h2>{t('assistance.byKind')}</h2>
      <Table
        caption={t('assistance.byKind')}
        captionHidden
        columns={columns}
        rows={assistance.byKind}
        rowKey={({ key }) => key}
      />
    </section>
  )
}

/** Households that have earned nothing for three months. */
export function QuietHouseholds({ page }: { page: IncomeMonth }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<QuietHousehold>[] = [
    {
      key: 'code',
      header: t('incomes.columnCode'),
      rowHeader: true,
      cell: ({ id, code }) => (
        <a className="link num" href={href(paths.deskHousehold({ householdId: id }))}>
          {code}
        </a>
      ),
    },
    { key: 'village', header: t('incomes.columnVillage'), cell: ({ village }) => village },
    {
      key: 'last',
      header: t('incomes.columnLast'),
      cell: ({ lastOn }) =>
        lastOn === null ? t('incomes.never') : formatDay(locale, lastOn, page.month.slice(0, 4)),
    },
  ]
  return (
    <section className="mt-8" id="quiet">
      <h2>{t('incomes.quietTitle')}</h2>
      {page.quietCount === 0 ? (
        <p className="quiet">{t('incomes.quietNone')}</p>
      ) : (
        <>
          <p className="quiet">{t('incomes.quietLead', { count: page.quietCount })}</p>
          <Table
            caption={t('incomes.quietTitle')}
            captionHidden
            columns={columns}
            rows={page.quiet}
            rowKey={({ id }) => id}
          />
          {page.quietNext === null ? null : (
            <p className="no-print">
              <a
                className="link"
                href={href(
                  `${paths.deskIncomes({ month: page.month.slice(0, 7), quiet: page.quietNext })}#quiet`,
                )}
              >
                {t('incomes.quietMore')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}
