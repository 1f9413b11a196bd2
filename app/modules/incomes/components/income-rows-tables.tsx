import { paths } from '~/paths'
import { formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { IncomeRow } from '../find-income-rows.server'

type RowsTableProps = {
  title: string
  rows: IncomeRow[]
  /** 2026-11: whose lines a household opens */
  month: string
}

/** Households with what they earned of a month; a number opens the household. */
export function IncomeRowsTable({ title, rows, month }: RowsTableProps) {
  const { t } = useTranslator()
  const columns: Column<IncomeRow>[] = [
    ...useHouseholdColumns(month),
    {
      key: 'first',
      header: t('incomes.columnFirst'),
      cell: ({ isFirst }) => (isFirst ? t('incomes.firstMark') : ''),
    },
    {
      key: 'income',
      header: t('incomes.columnIncome'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
  ]
  return <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
}

/** What households were given in a month, one by one. */
export function AssistanceRowsTable({ title, rows, month }: RowsTableProps) {
  const { t, locale } = useTranslator()
  const columns: Column<IncomeRow>[] = [
    ...useHouseholdColumns(month),
    {
      key: 'day',
      header: t('incomes.columnReceived'),
      cell: ({ receivedOn }) => <span className="num">{receivedOn && formatDay(locale, receivedOn)}</span>,
    },
    { key: 'kind', header: t('assistance.columnKind'), cell: ({ kind }) => kind },
    {
      key: 'money',
      header: t('assistance.columnMoney'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
  ]
  return <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
}

function useHouseholdColumns(month: string): Column<IncomeRow>[] {
  const { t, href } = useTranslator()
  return [
    {
      key: 'code',
      header: t('incomes.columnCode'),
      rowHeader: true,
      cell: ({ householdId, code }) =>
        householdId === null ? (
          t('incomes.movedAway')
        ) : (
          <a className="link num" href={href(paths.deskHousehold({ householdId }, { month }))}>
            {code}
          </a>
        ),
    },
    { key: 'village', header: t('incomes.columnVillage'), cell: ({ village }) => village },
  ]
}
