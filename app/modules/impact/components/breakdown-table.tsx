import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { fewest } from '~/platform/small-cells'
import { type Column, Table } from '~/ui/table'
import { WholeWords } from '~/ui/whole-words'
import type { Breakdown, ImpactGroup } from '../find-breakdown.server'

/** What reached the makers, by one question; says how many groups are too small to be told. */
export function BreakdownTable({
  title,
  column,
  breakdown,
}: {
  title: string
  column: string
  breakdown: Breakdown
}) {
  const { t } = useTranslator()
  const columns: Column<ImpactGroup>[] = [
    { key: 'name', header: column, rowHeader: true, cell: ({ name }) => name },
    {
      key: 'makers',
      header: t('impact.columnMakers'),
      numeric: true,
      cell: ({ makers }) => formatCount(makers),
    },
    {
      key: 'pieces',
      header: t('impact.columnPieces'),
      numeric: true,
      cell: ({ pieces }) => formatCount(pieces),
    },
    {
      key: 'paid',
      header: t('impact.columnPaid'),
      numeric: true,
      cell: ({ paidFen }) => formatYuan(paidFen),
    },
  ]
  return (
    <section className="mt-9">
      <h2>
        <WholeWords text={title} />
      </h2>
      {breakdown.groups.length > 0 ? (
        <Table
          caption={title}
          captionHidden
          variant="ledger"
          columns={columns}
          rows={breakdown.groups}
          rowKey={({ name }) => name}
        />
      ) : null}
      {breakdown.hidden > 0 ? (
        <p className="quiet">{t('impact.hidden', { count: breakdown.hidden, fewest })}</p>
      ) : null}
    </section>
  )
}
