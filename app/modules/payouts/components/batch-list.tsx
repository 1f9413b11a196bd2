import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { BatchRow } from '../find-batches.server'
import { BatchBadge } from './batch-badge'
import { yuanText } from './figure-text'

/** The batches, newest first, each a link to its payments. */
export function BatchList({ rows, next }: { rows: BatchRow[]; next: string | null }) {
  const { t, href } = useTranslator()
  return (
    <section className="desk-section" id="batches">
      <h2>{t('payout.batches')}</h2>
      {rows.length === 0 ? <p className="quiet">{t('payout.batchesEmpty')}</p> : <BatchTable rows={rows} />}
      {next ? (
        <p className="desk-foot">
          <a className="link link-line" href={`${href(paths.deskPayouts())}?before=${next}#batches`}>
            {t('payout.older')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function BatchTable({ rows }: { rows: BatchRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<BatchRow>[] = [
    {
      key: 'number',
      header: t('payout.columnBatch'),
      rowHeader: true,
      cell: ({ id, number }) => (
        <a className="link num nowrap" href={href(paths.deskPayout({ batchId: id }))}>
          {number}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('payout.columnState'),
      cell: ({ state, failedCount }) => (
        <>
          <BatchBadge state={state} />{' '}
          {failedCount > 0 ? (
            <span className="small nowrap">{t('payout.cameBack', { count: failedCount })}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'prepared',
      header: t('payout.columnPrepared'),
      wideOnly: true,
      cell: ({ preparedAt, preparedBy, isOwn }) => (
        <>
          <span lang="zh-CN">{preparedBy}</span>{' '}
          {isOwn ? <span className="quiet">{t('payout.own')}</span> : null}{' '}
          <span className="quiet num nowrap">{formatInstant(locale, new Date(preparedAt))}</span>
        </>
      ),
    },
    {
      key: 'approved',
      header: t('payout.columnApproved'),
      wideOnly: true,
      cell: ({ approvedBy }) => <span lang="zh-CN">{approvedBy}</span>,
    },
    { key: 'lines', header: t('payout.columnLines'), numeric: true, cell: ({ lineCount }) => lineCount },
    {
      key: 'amount',
      header: t('payout.columnAmount'),
      numeric: true,
      cell: ({ totalFen }) => yuanText(totalFen),
    },
  ]
  return (
    <Table
      caption={t('payout.batches')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
