import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { kindTitle, sourceTitle } from '../difference-words'
import type { DifferenceRow } from '../find-differences.server'
import { ExplainBox, type ExplainFailure } from './explain-box'

/** What disagrees, the oldest first, each with a place to say why. */
export function OpenDifferences({
  rows,
  failure,
}: {
  rows: DifferenceRow[]
  failure: ExplainFailure | null
}) {
  const { t } = useTranslator()
  const columns: Column<DifferenceRow>[] = [
    ...useSides(),
    {
      key: 'act',
      header: t('reconciliation.columnWhy'),
      cell: ({ id }) => <ExplainBox id={id} failure={failure?.differenceId === id ? failure : null} />,
    },
  ]
  return (
    <Table
      caption={t('reconciliation.openTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

/** What people have explained, for whoever audits it. */
export function ExplainedDifferences({ rows }: { rows: DifferenceRow[] }) {
  const { t } = useTranslator()
  const columns: Column<DifferenceRow>[] = [
    ...useSides(),
    {
      key: 'why',
      header: t('reconciliation.columnWhy'),
      cell: ({ explanation }) => <span lang="zh-CN">{explanation}</span>,
    },
  ]
  return (
    <Table
      caption={t('reconciliation.explainedTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function useSides(): Column<DifferenceRow>[] {
  const { t } = useTranslator()
  const amount = (minor: number | null) => (minor === null ? t('reconciliation.nothing') : formatYuan(minor))
  return [
    {
      key: 'what',
      header: t('reconciliation.columnWhat'),
      rowHeader: true,
      cell: ({ source, kind, objectRef, ageDays }) => (
        <>
          <span className="queue-title">{t(kindTitle[kind])}</span>
          <span className="queue-note num">
            {t(sourceTitle[source])} · {objectRef} ·{' '}
            {ageDays === 0
              ? t('reconciliation.today')
              : t('reconciliation.days', { count: formatCount(ageDays) })}
          </span>
        </>
      ),
    },
    {
      key: 'books',
      header: t('reconciliation.columnBooks'),
      numeric: true,
      cell: ({ books, currency }) => (
        <span className="nowrap">
          {books === null ? '' : `${currency} `}
          {amount(books)}
        </span>
      ),
    },
    {
      key: 'other',
      header: t('reconciliation.columnOther'),
      numeric: true,
      cell: ({ other, currency }) => (
        <span className="nowrap">
          {other === null ? '' : `${currency} `}
          {amount(other)}
        </span>
      ),
    },
  ]
}
