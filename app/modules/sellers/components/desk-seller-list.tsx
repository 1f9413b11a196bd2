import { claimText } from '~/modules/claims/claim-view'
import { StaffText } from '~/modules/households/components/staff-text'
import { paths } from '~/paths'
import { formatCount } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { DeskSellerRow } from '../find-desk-sellers.server'
import { LinkBadge } from './link-badge'

/** The sellers of a coordinator's region, newest first. */
export function DeskSellerList({ rows }: { rows: DeskSellerRow[] }) {
  const { t, locale } = useTranslator()
  const wide = { wideOnly: true } as const
  const columns: Column<DeskSellerRow>[] = [
    {
      key: 'seller',
      header: t('household.columnSeller'),
      rowHeader: true,
      cell: (row) => <Name row={row} />,
    },
    {
      ...wide,
      key: 'kind',
      header: t('household.columnKind'),
      cell: (row) => t(`household.kind_${row.kind}`),
    },
    {
      ...wide,
      key: 'owner',
      header: t('household.columnOwner'),
      cell: ({ ownerName }) => <StaffText text={ownerName} without={t('household.hidden')} />,
    },
    {
      ...wide,
      key: 'place',
      header: t('household.columnPlace'),
      cell: ({ place }) => (locale === 'en' ? place.en : place.zh),
    },
    { key: 'link', header: t('household.columnLink'), cell: (row) => <Link row={row} /> },
    {
      key: 'sales',
      header: t('household.columnSales'),
      numeric: true,
      cell: ({ saleCount }) => formatCount(saleCount),
    },
  ]
  return (
    <Table
      caption={t('household.sellers')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

/** Where her income counts, and who is on it while it waits. */
function Link({ row: { link, claim } }: { row: DeskSellerRow }) {
  const { t } = useTranslator()
  return (
    <>
      <LinkBadge state={link} />
      {claim ? <span className="queue-claim">{claimText(t, claim)}</span> : null}
    </>
  )
}

/** The shop; on a phone with its owner below. */
function Name({ row: { id, nameZh, nameEn, status, ownerName } }: { row: DeskSellerRow }) {
  const { t, locale, href } = useTranslator()
  return (
    <>
      <a className="queue-title" href={href(paths.deskSeller({ sellerId: id }))}>
        {locale === 'en' ? nameEn : nameZh}
      </a>{' '}
      {status === 'active' ? null : <span className="quiet">{t(`household.status_${status}`)}</span>}
      <span className="queue-note md:hidden" lang="zh-CN">
        {ownerName}
      </span>
    </>
  )
}
