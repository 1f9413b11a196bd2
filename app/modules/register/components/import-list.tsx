import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { ImportRow } from '../find-imports.server'

/** The lists that were uploaded, newest first. */
export function ImportList({ rows }: { rows: ImportRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<ImportRow>[] = [
    {
      key: 'file',
      header: t('register.columnFile'),
      rowHeader: true,
      cell: ({ id, fileName }) => (
        <a className="queue-title" href={href(paths.deskImport({ importId: id }))} lang="zh-CN">
          {fileName}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('register.columnState'),
      cell: ({ state }) => <span className="nowrap">{t(`register.state_${state}`)}</span>,
    },
    {
      key: 'brought',
      header: t('register.columnBrought'),
      cell: (row) => (row.state === 'draft' ? null : <Brought row={row} />),
    },
    {
      key: 'who',
      header: t('register.columnWho'),
      wideOnly: true,
      cell: ({ who }) => <span lang="zh-CN">{who}</span>,
    },
    {
      key: 'when',
      header: t('register.columnWhen'),
      cell: ({ createdAt }) => (
        <time className="num nowrap" dateTime={createdAt}>
          {formatInstant(locale, new Date(createdAt))}
        </time>
      ),
    },
  ]
  return (
    <Table
      caption={t('register.listTitle')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function Brought({ row: { householdCount, memberCount, completedCount } }: { row: ImportRow }) {
  const { t } = useTranslator()
  return (
    <>
      {t('register.brought', { households: householdCount, members: memberCount })}
      {completedCount > 0 ? (
        <span className="queue-note">{t('register.completed', { count: completedCount })}</span>
      ) : null}
    </>
  )
}
