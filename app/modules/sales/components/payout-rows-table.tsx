import { paths } from '~/paths'
import { formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { PayoutRow } from '../find-payouts.server'

type PayoutRowsTableProps = {
  title: string
  rows: readonly PayoutRow[]
  /** 2026-11: whose statement a name opens */
  month: string
}

/** Payments that arrived or came back; a maker's name opens her statement of the month. */
export function PayoutRowsTable({ title, rows, month }: PayoutRowsTableProps) {
  const { t, locale, href } = useTranslator()
  const columns: Column<PayoutRow>[] = [
    {
      key: 'day',
      header: t('sales.columnDay'),
      cell: ({ day }) => <span className="num">{formatDay(locale, day)}</span>,
    },
    {
      key: 'who',
      header: t('sales.columnSeller'),
      rowHeader: true,
      cell: ({ name, sellerId }) =>
        sellerId === null ? (
          (name ?? t('desk.nameless'))
        ) : (
          <a className="link" href={href(paths.deskStatement({ sellerId, month }))}>
            {name}
          </a>
        ),
    },
    {
      key: 'batch',
      header: t('sales.columnBatch'),
      wideOnly: true,
      cell: ({ batchNumber }) => <span className="num">{batchNumber}</span>,
    },
    {
      key: 'amount',
      header: t('sales.columnAmount'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
  ]
  return <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}
