import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { WaitingDictation } from '../find-dictations.server'
import { waitedText } from '../waiting'

/** What was said and waits to be typed up, longest first. */
export function DictationList({ rows }: { rows: WaitingDictation[] }) {
  const { t, href } = useTranslator()
  const columns: Column<WaitingDictation>[] = [
    { key: 'who', header: t('voice.columnWho'), rowHeader: true, cell: ({ sellerName }) => sellerName },
    { key: 'where', header: t('voice.columnWhere'), cell: ({ place }) => place },
    { key: 'waited', header: t('voice.columnWaited'), cell: ({ waitedHours }) => waitedText(t, waitedHours) },
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
