import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { isFreeFor, QueueDetail, QueueForm, takeButton } from '~/modules/catalog/components/review-queue'
import type { QueuedListing } from '~/modules/catalog/find-review-queue.server'
import { urgentAfterHours, waitedText } from '~/modules/catalog/waiting'
import { claimText } from '~/modules/claims/claim-view'
import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { GiveManyBox } from '~/modules/claims/components/give-many'
import { isFree } from '~/modules/claims/components/work-tick'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { type QueueRow, QueueTable } from '~/ui/queue-table'
import type { Today } from '../find-today.server'
import type { TodayRow } from '../rows/today-row'
import { usePeopleRows } from './today-people'

/** What there is to do, urgent first; when there is nothing, that there is nothing. */
export function TodayQueue({
  today: { day, rows: found, region, page, pages, isCut },
  failure,
}: {
  today: Today
  failure: FormFailure | null
}) {
  const { t, href } = useTranslator()
  const reviews = useReviews(region?.reviews ?? [])
  const people = usePeopleRows(region?.people ?? null, day)
  const rows = [...found.filter(({ isLate }) => isLate).map(lineOf), ...reviews]
  rows.push(...found.filter(({ isLate }) => !isLate).map(lineOf), ...people)
  const groups = [
    { title: t('desk.groupUrgent'), rows: rows.filter(({ late }) => late) },
    { title: t('desk.groupYours'), rows: rows.filter(({ late }) => !late) },
  ].filter((group) => group.rows.length > 0)
  if (groups.length === 0) return <EmptyState title={t('desk.allDone')} text={t('desk.allDoneText')} />
  const free = found.flatMap(({ hands, claim }) =>
    hands && hands.colleagues.length > 0 && isFree(claim) ? [hands] : [],
  )
  const giving = [...new Map(free.map(({ queue, colleagues }) => [queue, colleagues]))]
  const more = region && page === 1 ? region.reviewCount - region.reviews.length : 0
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
      {giving.map(([queue, colleagues]) => (
        <GiveManyBox
          key={queue}
          id={giveForm(queue)}
          queue={queue}
          colleagues={colleagues}
          failure={failure?.values.queue === queue ? failure : null}
        />
      ))}
      <QueueKeys canPick={giving.length > 0} canGive={giving.length > 0} />
      {isCut ? <p className="desk-foot">{t('desk.queueCut')}</p> : null}
      {pages > 1 ? (
        <nav className="desk-foot flex flex-wrap gap-6" aria-label={t('claims.pagesLabel')}>
          <span className="num">{t('desk.queuePage', { page, pages })}</span>
          {page > 1 ? (
            <a className="link link-line" rel="prev" href={href(paths.desk({ page: String(page - 1) }))}>
              {t('claims.pageBack')}
            </a>
          ) : null}
          {page < pages ? (
            <a className="link link-line" rel="next" href={href(paths.desk({ page: String(page + 1) }))}>
              {t('claims.pageNext')}
            </a>
          ) : null}
        </nav>
      ) : null}
      {more > 0 ? (
        <p>
          <a className="link link-line" href={href(paths.deskListings())}>
            {t('desk.moreReviews', { count: more })}
          </a>
        </p>
      ) : null}
    </>
  )

  function lineOf({
    matter,
    tone,
    detail,
    claim,
    hands,
    who,
    where,
    waitedHours,
    isLate,
    act,
    ...row
  }: TodayRow): QueueRow {
    return {
      ...row,
      badge: { tone, text: matter },
      detail: (
        <>
          {detail}
          {claim && !hands ? <span className="queue-claim">{claimText(t, claim)}</span> : null}
        </>
      ),
      pick:
        hands && hands.colleagues.length > 0 && isFree(claim)
          ? {
              ...{ form: giveForm(hands.queue), name: 'picks', value: row.key },
              label: t('claims.tick', { title: row.title }),
            }
          : undefined,
      hands: hands ? (
        <ClaimCell
          subjectId={row.key}
          title={row.title}
          work={{ claims: claim ? { [row.key]: claim } : {}, colleagues: hands.colleagues }}
          queue={hands.queue}
        />
      ) : undefined,
      who: who ? <span>{who}</span> : undefined,
      where: where ?? undefined,
      waited: waitedText(t, waitedHours),
      late: isLate,
      action: { href: row.href, text: act },
    }
  }
}

/** The ticks of each queue that has no page of its own are read by a form of its own. */
const giveForm = (queue: string) => `give-${queue}`

function useReviews(listings: readonly QueuedListing[]): QueueRow[] {
  const { t, href } = useTranslator()
  return listings.map((listing) => {
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
}
