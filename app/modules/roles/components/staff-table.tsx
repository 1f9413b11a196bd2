import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { RoleLine } from '../role-line'

export type StaffLine = { userId: string; name: string | null; roles: RoleLine[] }

/** The staff, each with what she is now. */
export function StaffTable({ rows }: { rows: StaffLine[] }) {
  const { t, href, locale } = useTranslator()
  const columns: Column<StaffLine>[] = [
    {
      key: 'name',
      header: t('roles.columnName'),
      rowHeader: true,
      cell: ({ userId, name }) => (
        <a className="link" href={href(paths.adminUser({ userId }))}>
          {name ?? t('roles.nameless')}
        </a>
      ),
    },
    {
      key: 'roles',
      header: t('roles.columnRoles'),
      cell: ({ roles }) => {
        const now = roles.filter(({ holds }) => holds)
        if (now.length === 0) return <span className="quiet">{t('roles.nothing')}</span>
        return now.map(({ id, role, place }) => (
          <span key={id} className="block">
            {t(`roles.role_${role}`)}
            {place ? ` · ${place[locale === 'en' ? 'en' : 'zh']}` : ''}
          </span>
        ))
      },
    },
  ]
  return (
    <Table
      caption={t('roles.staff')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ userId }) => userId}
    />
  )
}
