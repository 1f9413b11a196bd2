import { paths } from '~/paths'
import { formatInstant, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { BatchRow } from '../find-batches.server'
import { BatchBadge } from './batch-badge'

/** The batches, newest first, each a link to its payments. */
export function BatchList({ rows, next }: { rows: BatchRow[]; next: string | null }) {
  const { t, href } = useTranslator()
  const columns: Column<BatchRow>[] = [
    {
      key: 'number',
      header: t('payout.columnBatch'),
      rowHeader: true,
      cell: (batch) => <BatchName batch={batch} />,
    },
    { key: 'state', header: t('payout.columnState'), cell: (batch) => <BatchState batch={batch} /> },
    {
      key: 'amount',
      header: t('payout.columnAmount'),
      numeric: true,
      cell: ({ totalFen, lineCount }) => (
        <>
          {formatYuan(totalFen)}
          <span className="queue-note">{t('payout.linesNote', { count: lineCount })}</span>
        </>
      ),
    },
  ]
  const caption = t('payout.batches')
  return (
    <section className="desk-section" id="batches">
      <h2>{caption}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t('payout.batchesEmpty')}</p>
      ) : (
        <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
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

function BatchName({ batch }: { batch: BatchRow }) {
  const { t, locale, href } = useTranslator()
  const time = formatInstant(locale, new Date(batch.preparedAt))
  return (
    <>
      <a className="queue-title num nowrap" href={href(paths.deskPayout({ batchId: batch.id }))}>
        {batch.number}
      </a>
      <span className="queue-note num">
        {t('payout.preparedNote', { time, who: batch.isOwn ? t('payout.you') : (batch.preparedBy ?? '') })}
        {batch.approvedBy ? t('payout.approvedNote', { who: batch.approvedBy }) : null}
      </span>
    </>
  )
}

function BatchState({ batch }: { batch: BatchRow }) {
  const { t } = useTranslator()
  return (
    <>
      <BatchBadge state={batch.state} />
      {batch.failedCount > 0 ? (
        <span className="queue-note">{t('payout.cameBack', { count: batch.failedCount })}</span>
      ) : null}
    </>
  )
}
