import { paths } from '~/paths'
import { formatCount } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { DeskSellerRow } from '../find-desk-sellers.server'
import { LinkBadge } from './link-badge'

/** The sellers of a coordinator's region, newest first. */
export function DeskSellerList({ rows }: { rows: DeskSellerRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<DeskSellerRow>[] = [
    {
      key: 'seller',
      header: t('household.columnSeller'),
      rowHeader: true,
      cell: ({ id, nameZh, nameEn, status }) => (
        <>
          <a className="link" href={href(paths.deskSeller({ sellerId: id }))}>
            {locale === 'en' ? nameEn : nameZh}
          </a>{' '}
          {status === 'active' ? null : <span className="quiet">{t(`household.status_${status}`)}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      header: t('household.columnKind'),
      wideOnly: true,
      cell: ({ kind }) => t(`household.kind_${kind}`),
    },
    {
      key: 'owner',
      header: t('household.columnOwner'),
      cell: ({ ownerName }) => <span lang="zh-CN">{ownerName}</span>,
    },
    {
      key: 'place',
      header: t('household.columnPlace'),
      wideOnly: true,
      cell: ({ place }) => (locale === 'en' ? place.en : place.zh),
    },
    { key: 'link', header: t('household.columnLink'), cell: ({ link }) => <LinkBadge state={link} /> },
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
