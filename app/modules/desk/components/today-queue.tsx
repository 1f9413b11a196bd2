import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { isFreeFor, QueueDetail, QueueForm, takeButton } from '~/modules/catalog/components/review-queue'
import { urgentAfterHours, waitedText } from '~/modules/catalog/waiting'
import { paths } from '~/paths'
import { type Day, dayOf } from '~/platform/calendar'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { type QueueRow, QueueTable } from '~/ui/queue-table'
import type { TodayWork } from '../find-today.server'
import { usePeopleRows } from './today-people'

const dayLength = 24 * 60 * 60 * 1000

/** What there is to do, urgent first; when there is nothing, that there is nothing. */
export function TodayQueue({ work, today }: { work: TodayWork; today: Day }) {
  const { t, href } = useTranslator()
  const rows = useRows(work, today)
  const groups = [
    { title: t('desk.groupUrgent'), rows: rows.filter(({ late }) => late) },
    { title: t('desk.groupYours'), rows: rows.filter(({ late }) => !late) },
  ].filter((group) => group.rows.length > 0)
  if (groups.length === 0) return <EmptyState title={t('desk.allDone')} text={t('desk.allDoneText')} />
  const more = work.reviewCount - work.reviews.length
  return (
    <>
      <QueueForm />
      <QueueTable
        caption={t('desk.queueCaption')}
        headers={{
          matter: t('desk.headMatter'),
          what: t('desk.headWhat'),
          who: t('desk.headWho'),
          where: t('desk.headWhere'),
          waited: t('desk.headWaited'),
          act: t('desk.headAct'),
        }}
        groups={groups}
      />
      <QueueKeys canPick={false} />
      {more > 0 ? (
        <p>
          <a className="link link-line" href={href(paths.deskListings())}>
            {t('desk.moreReviews', { count: more })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function useRows(work: TodayWork, today: Day): QueueRow[] {
  const { t, locale, href } = useTranslator()
  const isEnglish = locale === 'en'
  const daysSince = (day: Day) => Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / dayLength))
  const people = usePeopleRows(work.people, today)
  const late = work.late.map((parcel): QueueRow => {
    const seller = href(paths.deskSeller({ sellerId: parcel.sellerId }))
    return {
      key: parcel.id,
      badge: { tone: 'late', text: t('desk.matterLate') },
      title: t('desk.lateOrder', { number: parcel.number }),
      href: seller,
      detail: t('desk.lateText', { day: formatDay(locale, parcel.shipBy) }),
      who: <span>{isEnglish ? parcel.sellerNameEn : parcel.sellerNameZh}</span>,
      waited: t('desk.waitedDays', { count: daysSince(parcel.shipBy) }),
      late: true,
      action: { href: seller, text: t('desk.lateAct') },
    }
  })
  const reviews = work.reviews.map((listing): QueueRow => {
    const review = href(paths.deskListing({ revisionId: listing.revisionId }))
    return {
      key: listing.revisionId,
      badge: { tone: 'waiting', text: t('desk.matterReview') },
      title: listing.title,
      href: review,
      detail: <QueueDetail listing={listing} />,
      who: <span>{listing.sellerName}</span>,
      where: listing.place,
      waited: waitedText(t, listing.waitedHours),
      late: listing.waitedHours >= urgentAfterHours,
      ...(isFreeFor(listing)
        ? { button: takeButton(listing, t('desk.reviewAct')) }
        : { action: { href: review, text: t('desk.look') } }),
    }
  })
  const unverified = work.unverified.map((owner): QueueRow => {
    const seller = href(paths.deskSeller({ sellerId: owner.sellerId }))
    return {
      key: owner.personId,
      badge: { tone: 'hers', text: t('desk.matterUnverified') },
      title: isEnglish ? owner.sellerNameEn : owner.sellerNameZh,
      href: seller,
      detail: t(owner.isPending ? 'desk.unverifiedPending' : 'desk.unverifiedNone'),
      who: owner.name ? <span>{owner.name}</span> : undefined,
      where: isEnglish ? owner.place.en : owner.place.zh,
      waited: t('desk.waitedDays', { count: daysSince(dayOf(new Date(owner.since))) }),
      action: { href: seller, text: t('desk.unverifiedAct') },
    }
  })
  return [...late, ...reviews, ...unverified, ...people]
}
