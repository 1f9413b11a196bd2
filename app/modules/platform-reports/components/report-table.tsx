import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { ReportPage, ReportRow } from '../find-report.server'
import { licenceText } from '../licence-text'

/** What every seller had in the quarter, with the sums. */
export function ReportTable({ report }: { report: NonNullable<ReportPage['report']> }) {
  const { t } = useTranslator()
  const { rows, sums, total } = report
  const money = (
    key: 'income' | 'refunds' | 'commission' | 'broker' | 'net',
    of: (row: ReportRow) => number,
    wideOnly = false,
  ): Column<ReportRow> => ({
    key,
    header: t(`platformReport.${key}`),
    numeric: true,
    wideOnly,
    cell: (row) => formatYuan(of(row)),
  })
  const columns: Column<ReportRow>[] = [
    {
      key: 'name',
      header: t('platformReport.name'),
      rowHeader: true,
      cell: ({ name }) => <span lang="zh-CN">{name}</span>,
    },
    {
      key: 'kind',
      header: t('platformReport.kind'),
      wideOnly: true,
      cell: ({ kind }) => t(`household.kind_${kind}`),
    },
    {
      key: 'number',
      header: t('platformReport.number'),
      wideOnly: true,
      cell: ({ maskedNumber }) =>
        maskedNumber ? (
          <span className="num">{maskedNumber}</span>
        ) : (
          <span className="quiet">{t('platformReport.numberUnknown')}</span>
        ),
    },
    {
      key: 'licence',
      header: t('platformReport.licence'),
      wideOnly: true,
      cell: ({ licence }) => (
        <span className={licence?.code ? 'num' : 'quiet'}>{licenceText(t, licence)}</span>
      ),
    },
    { key: 'orders', header: t('platformReport.orders'), numeric: true, cell: ({ orders }) => orders },
    money('income', ({ incomeFen }) => incomeFen),
    money('refunds', ({ refundsFen }) => refundsFen, true),
    money('commission', ({ commissionFen }) => commissionFen, true),
    money('broker', ({ brokerFen }) => brokerFen, true),
    money('net', ({ netFen }) => netFen),
  ]
  return (
    <>
      <Table
        caption={t('platformReport.tableTitle')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ sellerId }) => sellerId}
        sum={[
          t('platformReport.total'),
          null,
          null,
          null,
          sums.orders,
          formatYuan(sums.incomeFen),
          formatYuan(sums.refundsFen),
          formatYuan(sums.commissionFen),
          formatYuan(sums.brokerFen),
          formatYuan(sums.netFen),
        ]}
      />
      {total > rows.length ? (
        <p className="quiet">{t('platformReport.moreRows', { shown: rows.length, count: total })}</p>
      ) : null}
    </>
  )
}
