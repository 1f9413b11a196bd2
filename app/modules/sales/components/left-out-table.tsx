import { paths } from '~/paths'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { LeftOutRow } from '../find-left-out.server'

/** Sales that are in no figure, by day; each opens its part of an order. */
export function LeftOutTable({ title, rows }: { title: string; rows: readonly LeftOutRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<LeftOutRow>[] = [
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
      wideOnly: true,
      cell: ({ pieces }) => formatCount(pieces),
    },
    {
      key: 'goods',
      header: t('sales.columnGoods'),
      numeric: true,
      cell: ({ goodsFen }) => formatYuan(goodsFen),
    },
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
