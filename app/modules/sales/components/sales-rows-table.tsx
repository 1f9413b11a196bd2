import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { SalesRow } from '../find-sales-rows.server'
import { useSaleColumns } from './use-sale-columns'

/** Rows of sales by day; each opens its part of an order. */
export function SalesRowsTable({ title, rows }: { title: string; rows: readonly SalesRow[] }) {
  const { t } = useTranslator()
  const columns: Column<SalesRow>[] = [
    ...useSaleColumns<SalesRow>(),
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
