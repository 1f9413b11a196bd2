import { paths } from '~/paths'
import { formatInstant, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import type { TransferRow } from '../find-transfers.server'

type TransferTableProps = { caption: string; rows: readonly TransferRow[]; act: string }

/** Transfers with what was asked for and how long they wait. */
export function TransferTable({ caption, rows, act }: TransferTableProps) {
  const { t, locale, href } = useTranslator()
  const to = ({ paymentId }: TransferRow) => href(paths.deskTransfer({ paymentId }))
  const columns: Column<TransferRow>[] = [
    {
      key: 'order',
      header: t('transfer.columnOrder'),
      rowHeader: true,
      cell: (row) => (
        <>
          <a className="queue-title num" href={to(row)}>
            <Unbroken text={row.number} />
          </a>
          {row.slips > 1 ? (
            <span className="queue-note">{t('transfer.again', { count: row.slips })}</span>
          ) : null}
          {row.orderStatus === 'expired' || row.orderStatus === 'cancelled' ? (
            <span className="queue-note">{t('transfer.orderOver')}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'amount',
      header: t('transfer.columnAmount'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
    {
      key: 'state',
      header: t('transfer.columnState'),
      cell: (row) => <Badge tone={toneOf(row)}>{t(wordOf(row))}</Badge>,
    },
    {
      key: 'age',
      header: t('transfer.columnAge'),
      numeric: true,
      cell: ({ hours }) => (
        <span className="nowrap">
          {hours < 1
            ? t('desk.waitedNow')
            : hours < 48
              ? t('desk.waitedHours', { count: hours })
              : t('desk.waitedDays', { count: Math.floor(hours / 24) })}
        </span>
      ),
    },
    {
      key: 'until',
      header: t('transfer.columnUntil'),
      wideOnly: true,
      cell: ({ payBy, orderStatus }) =>
        orderStatus === 'pending_payment' ? (
          <span className="num nowrap">{formatInstant(locale, new Date(payBy))}</span>
        ) : null,
    },
    {
      key: 'act',
      header: t('transfer.columnAct'),
      act: true,
      cell: (row) => (
        <a className="link" href={to(row)}>
          {act}
          <span className="unseen"> {row.number}</span>
        </a>
      ),
    },
  ]
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ paymentId }) => paymentId}
    />
  )
}

/** While a slip waits that is what counts, else the money. */
function wordOf({ slip, state }: TransferRow) {
  return slip === 'submitted' ? 'transfer.slip_submitted' : (`transfer.payment_${state}` as const)
}

function toneOf({ slip, state }: TransferRow): BadgeTone {
  if (slip === 'submitted') return 'waiting'
  if (state === 'quarantined') return 'late'
  return state === 'paid' ? 'done' : 'plain'
}
