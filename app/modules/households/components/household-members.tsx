import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { MemberView } from '../find-household-members.server'
import { relationOf } from '../schema'
import { dayRange } from './day-range'

/** Who is and was in the household; numbers masked. */
export function HouseholdMembers({ members }: { members: MemberView[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      header: t('household.columnName'),
      rowHeader: true,
      cell: ({ name, isVerified }) => (
        <>
          {name ? <span lang="zh-CN">{name}</span> : <span className="quiet">{t('household.hidden')}</span>}{' '}
          {isVerified ? null : <Badge tone="waiting">{t('household.unverified')}</Badge>}
        </>
      ),
    },
    {
      key: 'relation',
      header: t('household.columnRelation'),
      cell: ({ relation }) => t(`household.relation_${relationOf(relation)}`),
    },
    {
      key: 'born',
      header: t('household.columnBorn'),
      wideOnly: true,
      cell: ({ birthYear }) => <span className="num">{birthYear}</span>,
    },
    { key: 'from', header: t('household.columnFrom'), cell: (member) => dayRange(t, locale, member) },
    {
      key: 'phone',
      header: t('household.columnPhone'),
      wideOnly: true,
      cell: ({ maskedPhone }) => <span className="masked">{maskedPhone}</span>,
    },
    {
      key: 'id',
      header: t('household.columnId'),
      wideOnly: true,
      cell: ({ maskedIdNumber }) => <span className="masked">{maskedIdNumber}</span>,
    },
    {
      key: 'shop',
      header: t('household.columnShop'),
      cell: ({ sellerId, sellerNameZh, sellerNameEn }) =>
        sellerId ? (
          <a className="link" href={href(paths.deskSeller({ sellerId }))}>
            {locale === 'en' ? sellerNameEn : sellerNameZh}
          </a>
        ) : null,
    },
  ]
  return (
    <section className="desk-section">
      <h2>{t('household.members')}</h2>
      <Table
        caption={t('household.members')}
        captionHidden
        columns={columns}
        rows={members}
        rowKey={({ id }) => id}
      />
    </section>
  )
}
