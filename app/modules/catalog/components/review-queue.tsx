import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { type QueueRow, QueueTable } from '~/ui/queue-table'
import type { QueuedListing } from '../find-review-queue.server'
import { type QueueState, queueStateTitle, queueStateTone } from '../queue-states'
import { changeText, urgentAfterHours, waitedText } from '../waiting'

const badges = {
  submitted: 'desk.badgeSubmitted',
  changes_requested: 'desk.badgeChanges',
  approved: 'desk.badgeApproved',
} as const satisfies Record<QueueState, MessageKey>

/** The listings of her region in one state. */
export function ReviewQueue({ listings, state }: { listings: readonly QueuedListing[]; state: QueueState }) {
  const { t, href } = useTranslator()
  const isWaiting = state === 'submitted'
  if (listings.length === 0)
    return isWaiting ? (
      <EmptyState title={t('desk.queueEmpty')} text={t('desk.queueEmptyText')} />
    ) : (
      <EmptyState title={t('desk.queueEmptyAnswered')} />
    )
  const rows = listings.map((listing): QueueRow => {
    const review = href(paths.deskListing({ revisionId: listing.revisionId }))
    return {
      key: listing.revisionId,
      badge: { tone: queueStateTone[state], text: t(badges[state]) },
      title: listing.title,
      href: review,
      detail: isWaiting ? changeText(t, listing) : undefined,
      who: <span>{listing.sellerName}</span>,
      where: listing.place,
      waited: waitedText(t, listing.waitedHours),
      late: isWaiting && listing.waitedHours >= urgentAfterHours,
      action: { href: review, text: t(isWaiting ? 'desk.reviewAct' : 'desk.look') },
    }
  })
  return (
    <QueueTable
      caption={t('desk.listingsTitle')}
      headers={{
        matter: t('desk.headMatter'),
        what: t('desk.headWhat'),
        who: t('desk.headWho'),
        where: t('desk.headWhere'),
        waited: t(isWaiting ? 'desk.headWaited' : 'desk.headSince'),
        act: t('desk.headAct'),
      }}
      groups={[{ title: t(queueStateTitle[state]), rows }]}
    />
  )
}
