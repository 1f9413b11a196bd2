import { paths } from '~/paths'
import { formatInstant, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { whatOf } from '../account-words'
import type { EntryRow } from '../get-account.server'

/** What moved on one account, newest first, each a link to the whole posting. */
export function EntriesTable({ entries, currency }: { entries: EntryRow[]; currency: string }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<EntryRow>[] = [
    {
      key: 'what',
      header: t('ledger.columnWhat'),
      rowHeader: true,
      cell: ({ transactionId, transactionKind, at }) => (
        <>
          <a className="queue-title" href={href(paths.deskLedgerTransaction({ transactionId }))}>
            {whatOf(transactionKind, t)}
          </a>
          <span className="queue-note num">{formatInstant(locale, new Date(at))}</span>
        </>
      ),
    },
    {
      key: 'order',
      header: t('ledger.columnOrder'),
      wideOnly: true,
      cell: ({ orderNumber }) => <span className="num nowrap">{orderNumber}</span>,
    },
    {
      key: 'amount',
      header: `${t('ledger.columnAmount')} ${currency}`,
      numeric: true,
      cell: ({ amount }) => formatYuan(amount),
    },
    {
      key: 'after',
      header: t('ledger.columnAfter'),
      numeric: true,
      cell: ({ balance }) => formatYuan(balance),
    },
  ]
  return (
    <Table
      caption={t('ledger.legs')}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
    />
  )
}
