import { claimText } from '~/modules/claims/claim-view'
import { paths } from '~/paths'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { type QueueRow, QueueTable } from '~/ui/queue-table'
import type { QueuedListing } from '../find-review-queue.server'
import { isFiltered, type QueueFilter, queueQuery } from '../queue-filters'
import { type QueueState, queueStateTitle, queueStateTone } from '../queue-states'
import { changeText, urgentAfterHours, waitedText } from '../waiting'

const badges = {
  submitted: 'desk.badgeSubmitted',
  changes_requested: 'desk.badgeChanges',
  approved: 'desk.badgeApproved',
} as const satisfies Record<QueueState, MessageKey>

type ReviewQueueProps = {
  listings: readonly QueuedListing[]
  filter: QueueFilter
  /** whether there is a colleague to give one to */
  canGive: boolean
}

/** The listings of her region in one state. Where one waits that nobody else is on, its button says that she is, and opens it. */
export function ReviewQueue({ listings, filter, canGive }: ReviewQueueProps) {
  const { state } = filter
  const { t, href } = useTranslator()
  const isWaiting = state === 'submitted'
  if (listings.length === 0 && isFiltered(filter))
    return (
      <EmptyState
        title={t('claims.filterNothing')}
        action={{
          href: href(paths.deskListings()) + queueQuery({ state, whose: 'all', kind: 'all', age: 'all' }),
          text: t('claims.filterClear'),
        }}
      />
    )
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
      detail: isWaiting ? <QueueDetail listing={listing} /> : undefined,
      who: <span>{listing.sellerName}</span>,
      where: listing.place,
      waited: waitedText(t, listing.waitedHours),
      late: isWaiting && listing.waitedHours >= urgentAfterHours,
      ...(isWaiting && isFreeFor(listing)
        ? {
            button: takeButton(listing, t('desk.reviewAct')),
            pick: isTickable(listing, canGive) ? pickOf(listing, t) : undefined,
          }
        : { action: { href: review, text: t('desk.look') } }),
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

/** Whether she may take it up: nobody else is on it, and it is not her own. */
export function isFreeFor({ claim, isHerOwn }: QueuedListing): boolean {
  return !isHerOwn && (claim === null || claim.isMine)
}

/** Whether anything can be done about it without opening it: it is approved, or given away. */
export function isTickable(listing: QueuedListing, canGive: boolean): boolean {
  return isFreeFor(listing) && (listing.isClean || canGive)
}

/** The form behind the buttons and ticks of the lines: it stands once on the page. */
export const queueForm = 'queue-form'

export function takeButton({ revisionId }: QueuedListing, text: string) {
  return { form: queueForm, name: 'take', value: revisionId, text }
}

function pickOf({ revisionId, version, title }: QueuedListing, t: Translate) {
  const label = t('bulk.pick', { title })
  return { form: queueForm, name: 'picks', value: `${revisionId}:${version}`, label }
}

export function QueueForm() {
  const { href } = useTranslator()
  return <form id={queueForm} method="post" action={href(paths.deskListings())} />
}

/** What it is, and who is on it. */
export function QueueDetail({ listing }: { listing: QueuedListing }) {
  const { t } = useTranslator()
  return (
    <>
      {changeText(t, listing)}
      {listing.findings.length > 0 ? (
        <span className="queue-claim">{t('prechecks.count', { count: listing.findings.length })}</span>
      ) : null}
      {listing.claim ? <span className="queue-claim">{claimText(t, listing.claim)}</span> : null}
    </>
  )
}
