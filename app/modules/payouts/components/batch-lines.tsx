import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { BatchLine } from '../get-batch.server'
import { LineBadge } from './batch-badge'
import { Destination, SellerName } from './seller-name'

/** Every payment of a batch; accounts show their last four digits. */
export function BatchLines({ lines, totalFen }: { lines: BatchLine[]; totalFen: number }) {
  const { t } = useTranslator()
  const columns: Column<BatchLine>[] = [
    { key: 'seq', header: t('payout.columnLine'), cell: ({ seq }) => <LineNumber seq={seq} /> },
    {
      key: 'seller',
      header: t('payout.columnSeller'),
      rowHeader: true,
      cell: (line) => <LineSeller line={line} />,
    },
    {
      key: 'card',
      header: t('payout.columnCard'),
      wideOnly: true,
      cell: (line) => <Destination card={line.card} />,
    },
    { key: 'state', header: t('payout.columnState'), cell: (line) => <LineState line={line} /> },
    {
      key: 'amount',
      header: t('payout.columnAmount'),
      numeric: true,
      cell: (line) => <Amount line={line} />,
    },
  ]
  return (
    <section>
      <h2>{t('payout.lines')}</h2>
      <Table
        caption={t('payout.lines')}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={(line) => line.id}
        sum={[null, t('payout.sum'), null, null, formatYuan(totalFen)]}
      />
    </section>
  )
}

function LineNumber({ seq }: { seq: number }) {
  return (
    <span className="num nowrap" id={`line-${seq}`}>
      {seq}
    </span>
  )
}

/** The seller; on a phone with her card below. */
function LineSeller({ line }: { line: BatchLine }) {
  const { t } = useTranslator()
  return (
    <>
      <SellerName {...line} />
      <span className="queue-note md:hidden">
        <Destination card={line.card} />
      </span>
      {line.attempt > 1 ? (
        <span className="queue-note">{t('payout.attempt', { count: line.attempt })}</span>
      ) : null}
    </>
  )
}

function LineState({ line: { state, failureReason, reversals } }: { line: BatchLine }) {
  const { t } = useTranslator()
  return (
    <>
      <LineBadge state={state} />
      {reversals.map((one) => (
        <span className="queue-note" key={one.id}>
          {t(`payout.reversal_${one.state}`, {
            amount: formatYuan(one.amountFen),
            reason: one.failureReason ?? '',
          })}
        </span>
      ))}
      {failureReason ? (
        <span className="queue-note" lang="zh-CN">
          {failureReason}
        </span>
      ) : null}
    </>
  )
}

/** What she gets, and what was kept back for her debt. */
function Amount({ line: { amountFen, nettedFen } }: { line: BatchLine }) {
  const { t } = useTranslator()
  return (
    <>
      {formatYuan(amountFen)}
      {nettedFen > 0 ? (
        <span className="queue-note">{t('payout.netted', { amount: formatYuan(nettedFen) })}</span>
      ) : null}
    </>
  )
}
