import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { SalesPart } from '../get-sales-part.server'

type Line = SalesPart['lines'][number]
type Refund = SalesPart['refunds'][number]

/** What she sold in it, with what was paid for it. */
export function PartLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslator()
  const columns: Column<Line>[] = [
    { key: 'title', header: t('sales.partLine'), rowHeader: true, cell: ({ title }) => title },
    { key: 'craft', header: t('sales.partCraft'), cell: ({ craft }) => craft ?? t('sales.noCraft') },
    {
      key: 'quantity',
      header: t('sales.partQuantity'),
      numeric: true,
      cell: ({ quantity }) => formatCount(quantity),
    },
    {
      key: 'price',
      header: t('sales.partPrice'),
      numeric: true,
      cell: ({ priceFen }) => formatYuan(priceFen),
    },
    { key: 'paid', header: t('sales.partPaid'), numeric: true, cell: ({ paidFen }) => formatYuan(paidFen) },
  ]
  const paid = lines.reduce((sum, { paidFen }) => sum + paidFen, 0)
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Table
      caption={t('sales.partLine')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      sum={[t('sales.sum'), null, formatCount(pieces), null, formatYuan(paid)]}
    />
  )
}

/** What was given back of it, by day. */
export function PartRefunds({ refunds }: { refunds: readonly Refund[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<Refund>[] = [
    {
      key: 'day',
      header: t('sales.columnDay'),
      cell: ({ on }) => <span className="num">{formatDay(locale, on)}</span>,
    },
    {
      key: 'what',
      header: t('sales.partWhat'),
      rowHeader: true,
      cell: ({ title }) => title ?? t('sales.partPostage'),
    },
    {
      key: 'pieces',
      header: t('sales.columnReturned'),
      numeric: true,
      cell: ({ quantity }) => formatCount(quantity),
    },
    {
      key: 'refunded',
      header: t('sales.columnRefunded'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
  ]
  return (
    <section className="desk-section">
      <h2>{t('sales.partRefunds')}</h2>
      {refunds.length === 0 ? (
        <p className="quiet">{t('sales.partNoRefunds')}</p>
      ) : (
        <Table
          caption={t('sales.partRefunds')}
          captionHidden
          columns={columns}
          rows={refunds}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}
