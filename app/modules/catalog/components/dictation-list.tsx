import { claimText } from '~/modules/claims/claim-view'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { WaitingDictation } from '../find-dictations.server'
import { waitedText } from '../waiting'

type DictationListProps = {
  rows: WaitingDictation[]
  work: Work
}

/** What was said and waits to be typed up, longest first. */
export function DictationList({ rows, work }: DictationListProps) {
  const { t, href } = useTranslator()
  const columns: Column<WaitingDictation>[] = [
    {
      key: 'who',
      header: t('voice.columnWho'),
      rowHeader: true,
      cell: ({ revisionId, sellerName }) => (
        <>
          {work.colleagues.length > 0 && isFree(work.claims[revisionId]) ? (
            <WorkTick
              form={giveManyForm}
              value={revisionId}
              label={t('claims.tick', { title: sellerName })}
            />
          ) : null}
          {sellerName}
        </>
      ),
    },
    { key: 'where', header: t('voice.columnWhere'), cell: ({ place }) => place },
    { key: 'waited', header: t('voice.columnWaited'), cell: ({ waitedHours }) => waitedText(t, waitedHours) },
    {
      key: 'claim',
      header: t('claims.filterWhose'),
      cell: ({ revisionId }) => {
        const claim = work.claims[revisionId]
        return claim ? <span className="queue-claim">{claimText(t, claim)}</span> : t('claims.nobody')
      },
    },
    {
      key: 'act',
      header: t('voice.columnAct'),
      act: true,
      cell: ({ revisionId, sellerName }) => (
        <a className="link link-line" href={href(paths.deskDictation({ revisionId }))}>
          {t('voice.listen')}
          <span className="unseen"> {sellerName}</span>
        </a>
      ),
    },
  ]
  return (
    <Table
      caption={t('voice.deskTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ revisionId }) => revisionId}
    />
  )
}
