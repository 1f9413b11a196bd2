import { paths } from '~/paths'
import { formatCount, formatMonth, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { SalesMonth, SalesPage } from '../find-sales.server'
import type { SalesGroup } from '../find-sales-groups.server'
import { type GroupKind, groupName, groupTitle } from '../group-names'
import { salesQuery } from '../schema'

/** The months of the chart as a table, newest first; a month opens its own page, its figures their rows. */
export function MonthsTable({ page }: { page: SalesPage }) {
  const { t, locale, href } = useTranslator()
  const rowsOf = (month: string) =>
    href(paths.deskSalesRows(salesQuery(page.filter, { month: month.slice(0, 7) })))
  const columns: Column<SalesMonth>[] = [
    {
      key: 'month',
      header: t('sales.columnMonth'),
      rowHeader: true,
      cell: ({ month }) => (
        <a
          className="link num"
          href={href(paths.deskSales(salesQuery(page.filter, { month: month.slice(0, 7) })))}
        >
          {formatMonth(locale, month)}
        </a>
      ),
    },
    {
      key: 'orders',
      header: t('sales.columnOrders'),
      numeric: true,
      cell: ({ month, orders }) => (
        <a className="link" href={rowsOf(month)}>
          {formatCount(orders)}
        </a>
      ),
    },
    {
      key: 'goods',
      header: t('sales.columnGoods'),
      numeric: true,
      cell: ({ month, goodsFen }) => (
        <a className="link" href={rowsOf(month)}>
          {formatYuan(goodsFen)}
        </a>
      ),
    },
    {
      key: 'refunded',
      header: t('sales.columnRefunded'),
      numeric: true,
      wideOnly: true,
      cell: ({ month, refundedFen }) => (
        <a className="link" href={rowsOf(month)}>
          {formatYuan(refundedFen)}
        </a>
      ),
    },
  ]
  return (
    <Table
      caption={t('sales.months')}
      captionHidden
      columns={columns}
      rows={[...page.months].reverse()}
      rowKey={({ month }) => month}
    />
  )
}

/** Sales by one question: a name narrows the page to it, a figure opens its rows. */
export function GroupTable({ page, kind }: { page: SalesPage; kind: GroupKind }) {
  const { t, href } = useTranslator()
  const over = (group: SalesGroup) => salesQuery(page.filter, { [kind]: group.key })
  const { sums, lastMonth, lastYear } = page
  const rowsIn = (month: string, query = page.filter) =>
    href(paths.deskSalesRows(salesQuery(query, { month: month.slice(0, 7) })))
  const rowsOf = (group: SalesGroup, month = page.month) =>
    rowsIn(month, { ...page.filter, [kind]: group.key })
  const largest = Math.max(1, ...page.groups[kind].map(({ goodsFen }) => goodsFen))
  const columns: Column<SalesGroup>[] = [
    {
      key: 'name',
      header: t('sales.columnName'),
      rowHeader: true,
      cell: (group) => (
        <a className="link" href={href(paths.deskSales(over(group)))}>
          {groupName(t, kind, group)}
        </a>
      ),
    },
    {
      key: 'orders',
      header: t('sales.columnOrders'),
      numeric: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group)}>
          {formatCount(group.orders)}
        </a>
      ),
    },
    {
      key: 'pieces',
      header: t('sales.columnPieces'),
      numeric: true,
      wideOnly: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group)}>
          {formatCount(group.pieces)}
        </a>
      ),
    },
    {
      key: 'goods',
      header: t('sales.columnGoods'),
      numeric: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group)}>
          {formatYuan(group.goodsFen)}
        </a>
      ),
    },
    {
      key: 'share',
      header: t('sales.columnShare'),
      wideOnly: true,
      cell: ({ goodsFen }) => (
        <span className="share-cell num">
          <span className="share-bar" style={{ width: `${(100 * goodsFen) / largest}%` }} />
          {page.sums.goodsFen > 0 ? `${((100 * goodsFen) / page.sums.goodsFen).toFixed(1)}%` : ''}
        </span>
      ),
    },
    {
      key: 'refunded',
      header: t('sales.columnRefunded'),
      numeric: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group)}>
          {formatYuan(group.refundedFen)}
        </a>
      ),
    },
    {
      key: 'lastMonth',
      header: t('sales.columnLastMonth'),
      numeric: true,
      wideOnly: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group, lastMonth.month)}>
          {formatYuan(group.lastMonthFen)}
        </a>
      ),
    },
    {
      key: 'lastYear',
      header: t('sales.columnLastYear'),
      numeric: true,
      wideOnly: true,
      cell: (group) => (
        <a className="link" href={rowsOf(group, lastYear.month)}>
          {formatYuan(group.lastYearFen)}
        </a>
      ),
    },
  ]
  // an order with pieces of two crafts stands in two rows: there the column of orders has no sum
  const orders = kind === 'craft' ? null : formatCount(sums.orders)
  const sumLink = (text: string, month = page.month) => (
    <a className="link" href={rowsIn(month)}>
      {text}
    </a>
  )
  const isWhole = kind !== 'seller' || page.groups.sellers <= page.groups.seller.length
  return (
    <section className="desk-section">
      <h2>{t(groupTitle[kind])}</h2>
      <Table
        caption={t(groupTitle[kind])}
        captionHidden
        columns={columns}
        rows={page.groups[kind]}
        rowKey={({ key }) => key}
        {...(isWhole
          ? {
              sum: [
                t('sales.sum'),
                orders === null ? null : sumLink(orders),
                sumLink(formatCount(sums.pieces)),
                sumLink(formatYuan(sums.goodsFen)),
                null,
                sumLink(formatYuan(sums.refundedFen)),
                sumLink(formatYuan(lastMonth.goodsFen), lastMonth.month),
                sumLink(formatYuan(lastYear.goodsFen), lastYear.month),
              ],
            }
          : {})}
      />
    </section>
  )
}
