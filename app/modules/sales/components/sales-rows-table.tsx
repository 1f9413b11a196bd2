import { paths } from '~/paths'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { SalesRow } from '../find-sales-rows.server'

/** Rows of sales by day; each opens its part of an order. */
export function SalesRowsTable({ title, rows }: { title: string; rows: readonly SalesRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<SalesRow>[] = [
    {
      key: 'day',
      header: t('sales.columnDay'),
      cell: ({ day }) => <span className="num">{formatDay(locale, day)}</span>,
    },
    {
      key: 'order',
      header: t('sales.columnOrder'),
      rowHeader: true,
      cell: ({ sellerOrderId, orderNumber }) => (
        <a className="link num" href={href(paths.deskSalesPart({ sellerOrderId }))}>
          {orderNumber}
        </a>
      ),
    },
    { key: 'seller', header: t('sales.columnSeller'), cell: ({ seller }) => seller },
    {
      key: 'pieces',
      header: t('sales.columnPieces'),
      numeric: true,
      cell: ({ pieces }) => formatCount(pieces),
    },
    {
      key: 'goods',
      header: t('sales.columnGoods'),
      numeric: true,
      cell: ({ goodsFen }) => formatYuan(goodsFen),
    },
    {
      key: 'returned',
      header: t('sales.columnReturned'),
      numeric: true,
      cell: ({ returnedPieces }) => formatCount(returnedPieces),
    },
    {
      key: 'refunded',
      header: t('sales.columnRefunded'),
      numeric: true,
      cell: ({ refundedFen }) => formatYuan(refundedFen),
    },
  ]
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ day, sellerOrderId }) => `${day}.${sellerOrderId}`}
    />
  )
}
