import { paths } from '~/paths'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { IncomeMonth, QuietHousehold } from '../find-income-month.server'

type Row = { key: string; name: string; households: number; incomeFen: number }

/** Households and income by one question, with its heading. */
export function IncomeTable({ title, column, rows }: { title: string; column: string; rows: Row[] }) {
  const { t } = useTranslator()
  const columns: Column<Row>[] = [
    { key: 'name', header: column, rowHeader: true, cell: ({ name }) => name },
    {
      key: 'households',
      header: t('incomes.columnHouseholds'),
      numeric: true,
      cell: ({ households }) => formatCount(households),
    },
    {
      key: 'income',
      header: t('incomes.columnIncome'),
      numeric: true,
      cell: ({ incomeFen }) => formatYuan(incomeFen),
    },
  ]
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
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
    <section className="mt-8">
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
        </>
      )}
    </section>
  )
}
