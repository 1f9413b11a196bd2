import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { formatInstant, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import { reasonText, stateWords } from '../dispute-words'
import type { DisputeRow } from '../find-disputes.server'
import { DaysLeft } from './days-left'

/** What is not decided yet, the nearest deadline first. */
export function OpenDisputes({ rows, work }: { rows: DisputeRow[]; work: Work }) {
  const { t } = useTranslator()
  const { what, amount, state } = useColumns()
  const deadline: Column<DisputeRow> = {
    key: 'deadline',
    header: t('dispute.columnDeadline'),
    cell: (row) =>
      row.state === 'needs_response' ? <DaysLeft dueBy={row.dueBy} daysLeft={row.daysLeft} /> : null,
  }
  const tickAndWhat: Column<DisputeRow> = {
    ...what,
    cell: (row) => (
      <>
        {row.state === 'needs_response' && work.colleagues.length > 0 && isFree(work.claims[row.id]) ? (
          <WorkTick
            form={giveManyForm}
            value={row.id}
            label={t('claims.tick', { title: t('dispute.order', { number: row.orderNumber }) })}
          />
        ) : null}
        {what.cell(row)}
      </>
    ),
  }
  const stateAndWho: Column<DisputeRow> = {
    ...state,
    cell: (row) => (
      <>
        {state.cell(row)}
        {row.state === 'needs_response' ? (
          <ClaimCell subjectId={row.id} title={t('dispute.order', { number: row.orderNumber })} work={work} />
        ) : null}
      </>
    ),
  }
  return (
    <Table
      caption={t('dispute.open')}
      captionHidden
      columns={[tickAndWhat, amount, deadline, stateAndWho]}
      rows={rows}
      rowKey={({ id }) => id}
      stacks
    />
  )
}

/** What the buyers' banks have decided, or we have given up. */
export function ClosedDisputes({ rows }: { rows: DisputeRow[] }) {
  const { t, locale } = useTranslator()
  const { what, amount, state } = useColumns()
  const closed: Column<DisputeRow> = {
    key: 'closed',
    header: t('dispute.columnClosed'),
    cell: ({ closedAt }) => (
      <span className="num">{closedAt ? formatInstant(locale, new Date(closedAt)) : null}</span>
    ),
  }
  return (
    <Table
      caption={t('dispute.closed')}
      captionHidden
      columns={[what, amount, closed, state]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function useColumns() {
  const { t, locale, href } = useTranslator()
  const what: Column<DisputeRow> = {
    key: 'what',
    header: t('dispute.columnWhat'),
    rowHeader: true,
    cell: ({ id, orderNumber, reason, openedAt }) => (
      <>
        <a className="queue-title" href={href(paths.deskDispute({ disputeId: id }))}>
          {t(reasonText(reason))}
        </a>
        <span className="queue-note num">
          <Unbroken text={t('dispute.order', { number: orderNumber })} /> ·{' '}
          {formatInstant(locale, new Date(openedAt))}
        </span>
      </>
    ),
  }
  const amount: Column<DisputeRow> = {
    key: 'amount',
    header: t('dispute.columnAmount'),
    numeric: true,
    cell: (row) => (
      <span className="nowrap">
        {row.currency} {formatYuan(row.amount)}
      </span>
    ),
  }
  const state: Column<DisputeRow> = {
    key: 'state',
    header: t('dispute.columnState'),
    cell: (row) => <Badge tone={stateWords[row.state].tone}>{t(stateWords[row.state].text)}</Badge>,
  }
  return { what, amount, state }
}
