import { claimText } from '~/modules/claims/claim-view'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { ReportRow } from '../find-reports.server'

type ReportsTableProps = { caption: string; rows: ReportRow[]; work: Work | null }

/** Reports with their age and who is on them; `work` is null where nothing waits. */
export function ReportsTable({ caption, rows, work }: ReportsTableProps) {
  const { t, href } = useTranslator()
  const columns: Column<ReportRow>[] = [
    {
      key: 'report',
      header: t('reports.columnReport'),
      rowHeader: true,
      cell: ({ id, number, kind }) => (
        <>
          {work && work.colleagues.length > 0 && isFree(work.claims[id]) ? (
            <WorkTick form={giveManyForm} value={id} label={t('claims.tick', { title: number })} />
          ) : null}
          <a className="queue-title" href={href(paths.deskReport({ reportId: id }))}>
            {t(`reports.kind_${kind}`)}
          </a>
          <span className="queue-note num nowrap">{number}</span>
        </>
      ),
    },
    {
      key: 'about',
      header: t('reports.columnAbout'),
      cell: ({ seller, isAboutBuyer, place }) => (
        <>
          {isAboutBuyer ? t('reports.aBuyer') : (seller ?? t('reports.noSeller'))}
          <span className="queue-note">{place ?? t('reports.noPlace')}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('reports.columnState'),
      cell: (row) => <ReportState row={row} />,
    },
    {
      key: 'taken',
      header: t('reports.columnTaken'),
      cell: ({ id, takenBy }) => {
        const claim = work?.claims[id]
        return claim ? claimText(t, claim) : (takenBy ?? t('reports.nobody'))
      },
    },
    {
      key: 'age',
      header: t('reports.columnAge'),
      numeric: true,
      cell: ({ ageDays }) => <span className="num">{t('reports.ageDays', { days: ageDays })}</span>,
    },
  ]
  return (
    <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} stacks />
  )
}

function ReportState({ row: { outcome, isLate, isHeld } }: { row: ReportRow }) {
  const { t } = useTranslator()
  if (outcome) return <Badge tone="done">{t(`reports.outcomeShort_${outcome}`)}</Badge>
  if (isLate) return <Badge tone="late">{t('reports.late')}</Badge>
  return <Badge tone="waiting">{t(isHeld ? 'reports.heldShort' : 'reports.open')}</Badge>
}
