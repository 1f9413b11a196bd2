import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { HouseholdRow } from '../find-households.server'

/** The register of a place in the order of its codes. */
export function HouseholdList({ rows }: { rows: HouseholdRow[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<HouseholdRow>[] = [
    {
      key: 'code',
      header: t('household.columnHousehold'),
      rowHeader: true,
      cell: (row) => <Code row={row} />,
    },
    { key: 'members', header: t('household.columnMembers'), cell: (row) => <Members row={row} /> },
    {
      key: 'place',
      header: t('household.columnPlace'),
      wideOnly: true,
      cell: ({ place }) => (locale === 'en' ? place.en : place.zh),
    },
    {
      key: 'status',
      header: t('household.columnStatus'),
      cell: ({ statusZh, statusEn }) => (locale === 'en' ? statusEn : statusZh),
    },
  ]
  return (
    <Table
      caption={t('household.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function Code({ row: { id, code } }: { row: HouseholdRow }) {
  const { href } = useTranslator()
  return (
    <a className="queue-title num nowrap" href={href(paths.deskHousehold({ householdId: id }))}>
      {code}
    </a>
  )
}

function Members({ row: { members, memberCount } }: { row: HouseholdRow }) {
  const { t } = useTranslator()
  return (
    <>
      <span lang="zh-CN">{members.join('、')}</span>{' '}
      <span className="quiet num nowrap">{t('household.memberCount', { count: memberCount })}</span>
    </>
  )
}
