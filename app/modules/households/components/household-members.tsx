import { paths } from '~/paths'
import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { MemberView } from '../find-household-members.server'
import { relationOf } from '../schema'
import { dayRange } from './day-range'
import { LeaveForm } from './leave-form'
import { type RevealedNumber, RevealNumber } from './reveal-number'
import { StaffText } from './staff-text'

type Props = {
  members: MemberView[]
  today: Day
  /** the one that was just asked for */
  revealed: RevealedNumber | null
  failure: FormFailure | null
}

/** Who is and was in the household, numbers masked, the form that shows one of them, and that for somebody who leaves it. */
export function HouseholdMembers({ members, today, revealed, failure }: Props) {
  const { t, locale } = useTranslator()
  const masked = (text: string | null) =>
    text ? (
      <span className="masked nowrap">{text}</span>
    ) : (
      <StaffText text={null} without={t('household.notOnRecord')} />
    )
  const wide = { wideOnly: true } as const
  const columns: Column<MemberView>[] = [
    { key: 'name', header: t('household.columnName'), rowHeader: true, cell: (row) => <Name member={row} /> },
    {
      key: 'relation',
      header: t('household.columnRelation'),
      cell: ({ relation }) => t(`household.relation_${relationOf(relation)}`),
    },
    { ...wide, key: 'born', header: t('household.columnBorn'), cell: ({ birthYear }) => birthYear },
    { key: 'from', header: t('household.columnFrom'), cell: (member) => dayRange(t, locale, member) },
    { ...wide, key: 'phone', header: t('household.columnPhone'), cell: (row) => masked(row.maskedPhone) },
    { ...wide, key: 'id', header: t('household.columnId'), cell: (row) => masked(row.maskedIdNumber) },
    { key: 'shop', header: t('household.columnShop'), cell: (row) => <Shop member={row} /> },
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
      <RevealNumber
        members={members}
        revealed={revealed}
        failure={failure?.intent === 'reveal' ? failure : null}
      />
      <LeaveForm members={members} today={today} failure={failure?.intent === 'leave' ? failure : null} />
    </section>
  )
}

function Name({ member: { name, isVerified } }: { member: MemberView }) {
  const { t } = useTranslator()
  return (
    <>
      <StaffText text={name} without={t('household.hidden')} />{' '}
      {isVerified ? null : <Badge tone="waiting">{t('household.unverified')}</Badge>}
    </>
  )
}

function Shop({ member: { sellerId, sellerNameZh, sellerNameEn } }: { member: MemberView }) {
  const { locale, href } = useTranslator()
  if (!sellerId) return null
  return (
    <a className="link" href={href(paths.deskSeller({ sellerId }))}>
      {locale === 'en' ? sellerNameEn : sellerNameZh}
    </a>
  )
}
