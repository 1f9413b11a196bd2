import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { actionKey } from '../action-words'
import type { AuditRow } from '../find-audit.server'

/** The record, newest first. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<AuditRow>[] = [
    {
      key: 'at',
      header: t('audit.columnWhen'),
      cell: ({ at }) => (
        <time className="num nowrap" dateTime={at}>
          {formatInstant(locale, new Date(at))}
        </time>
      ),
    },
    { key: 'who', header: t('audit.columnWho'), cell: (row) => <Who row={row} /> },
    { key: 'what', header: t('audit.columnWhat'), rowHeader: true, cell: (row) => <What row={row} /> },
    { key: 'about', header: t('audit.columnAbout'), cell: (row) => <About row={row} /> },
    {
      key: 'place',
      header: t('audit.columnPlace'),
      wideOnly: true,
      cell: ({ place }) => place && (locale === 'en' ? place.en : place.zh),
    },
    {
      key: 'reason',
      header: t('audit.columnReason'),
      cell: ({ reason }) => reason && <span lang="zh-CN">{reason}</span>,
    },
  ]
  return (
    <Table caption={t('audit.title')} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
  )
}

function Who({ row: { who, role, onBehalfOf } }: { row: AuditRow }) {
  const { t } = useTranslator()
  if (who === null) return <>{t('audit.system')}</>
  return (
    <>
      <span lang="zh-CN">{who || t('audit.formerStaff')}</span>{' '}
      {role ? <span className="quiet nowrap">{t(`audit.role_${role}`)}</span> : null}
      {onBehalfOf === null ? null : (
        <span className="quiet">
          {' '}
          {onBehalfOf ? t('audit.forHer', { name: onBehalfOf }) : t('audit.forSomebody')}
        </span>
      )}
    </>
  )
}

function What({ row: { action } }: { row: AuditRow }) {
  const { t } = useTranslator()
  const key = actionKey(action)
  return <>{key ? t(key) : action}</>
}

function About({ row: { subject } }: { row: AuditRow }) {
  const { t, href } = useTranslator()
  const about = `${href(paths.deskAudit())}?${new URLSearchParams({ about: subject.id })}`
  return (
    <>
      <span className="quiet">{t(`audit.subject_${subject.type}`)}</span>{' '}
      <a className="link nowrap" href={about} lang="zh-CN">
        {subject.name}
      </a>
    </>
  )
}
