import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import { documentPath } from '../document-paths'
import type { DocumentRow } from '../find-documents.server'

const toneOf = { coming: 'waiting', now: 'done', past: 'plain' } as const satisfies Record<
  DocumentRow['state'],
  BadgeTone
>

/** Every version that was published, and how many orders were placed by it. */
export function DocumentsTable({ rows }: { rows: DocumentRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<DocumentRow>[] = [
    {
      key: 'document',
      header: t('documents.columnDocument'),
      rowHeader: true,
      cell: ({ kind, version }) => (
        <a className="link link-line" href={href(documentPath[kind]({ version: String(version) }))}>
          {t(`documents.${kind}`)} <span className="num">{version}</span>
        </a>
      ),
    },
    {
      key: 'published',
      header: t('documents.columnPublished'),
      wideOnly: true,
      cell: ({ publishedOn }) => formatDay(locale, publishedOn, ''),
    },
    { key: 'from', header: t('documents.columnFrom'), cell: ({ from }) => formatDay(locale, from, '') },
    {
      key: 'state',
      header: t('documents.columnState'),
      cell: ({ state }) => <Badge tone={toneOf[state]}>{t(`documents.state_${state}`)}</Badge>,
    },
    {
      key: 'orders',
      header: t('documents.columnOrders'),
      numeric: true,
      cell: ({ orders }) => <span className="num">{orders}</span>,
    },
  ]
  return (
    <Table
      caption={t('documents.publishTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ kind, version }) => `${kind}-${version}`}
    />
  )
}
