import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { PayoutLineRow } from '../find-payout-lines.server'
import { SellerName } from './seller-name'

type Props = { title: string; rows: PayoutLineRow[]; count: number; sumFen: number }

/** The payments behind a figure: their sum is the figure. */
export function PayoutLines({ title, rows, count, sumFen }: Props) {
  const { t } = useTranslator()
  const columns: Column<PayoutLineRow>[] = [
    {
      key: 'seller',
      header: t('payout.columnSeller'),
      rowHeader: true,
      cell: (row) => <SellerName {...row} />,
    },
    { key: 'batch', header: t('payout.columnBatch'), cell: (row) => <LineLink row={row} /> },
    { key: 'day', header: t('payout.columnDay'), cell: (row) => <FinishedDay row={row} /> },
    {
      key: 'amount',
      header: t('payout.columnAmount'),
      numeric: true,
      cell: (row) => formatYuan(row.amountFen),
    },
  ]
  return (
    <section className="desk-section" id="rows">
      <h2>{title}</h2>
      {rows.length < count ? (
        <p className="quiet">{t('payout.rowsMore', { shown: rows.length, count })}</p>
      ) : null}
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sum={[t('payout.sum'), null, null, formatYuan(sumFen)]}
      />
    </section>
  )
}

function LineLink({ row: { batchId, batchNumber, seq } }: { row: PayoutLineRow }) {
  const { t, href } = useTranslator()
  return (
    <a className="link num" href={`${href(paths.deskPayout({ batchId }))}#line-${seq}`}>
      {t('payout.lineOf', { number: batchNumber, seq })}
    </a>
  )
}

function FinishedDay({ row: { finishedAt } }: { row: PayoutLineRow }) {
  const { t, locale } = useTranslator()
  if (!finishedAt) return <span className="quiet">{t('payout.eventResultNext')}</span>
  return <span className="nowrap">{formatDay(locale, dayOf(new Date(finishedAt)))}</span>
}
