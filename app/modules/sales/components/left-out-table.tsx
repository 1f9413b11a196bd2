import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { LeftOutRow } from '../find-left-out.server'
import { useSaleColumns } from './use-sale-columns'

/** Sales that are in no figure, by day; each opens its part of an order. */
export function LeftOutTable({ title, rows }: { title: string; rows: readonly LeftOutRow[] }) {
  const { t } = useTranslator()
  const ofSale = useSaleColumns<LeftOutRow>()
  const columns: Column<LeftOutRow>[] = [
    ...ofSale.map((column) => (column.key === 'pieces' ? { ...column, wideOnly: true } : column)),
    {
      key: 'state',
      header: t('sales.columnState'),
      cell: ({ isDecided }) => (
        <Badge tone={isDecided ? 'plain' : 'waiting'}>
          {t(isDecided ? 'sales.leftOutFinal' : 'sales.leftOutWaiting')}
        </Badge>
      ),
    },
  ]
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ sellerOrderId }) => sellerOrderId}
    />
  )
}
