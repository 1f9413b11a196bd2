import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { approveMany, type BulkResult } from '~/modules/catalog/approve-many.server'
import { AnswerBanner } from '~/modules/catalog/components/answer-banner'
import { BulkApprove, BulkResults, QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { QueueFilterForm } from '~/modules/catalog/components/queue-filter'
import { isTickable, QueueForm, ReviewQueue } from '~/modules/catalog/components/review-queue'
import { findAnswered } from '~/modules/catalog/find-answered.server'
import { findReviewColleagues } from '~/modules/catalog/find-review-colleagues.server'
import { findReviewQueue } from '~/modules/catalog/find-review-queue.server'
import { giveReview } from '~/modules/catalog/give-review.server'
import { BulkForm, OpenForm } from '~/modules/catalog/listing-forms'
import { QueueSearch, queueQuery } from '~/modules/catalog/queue-filters'
import { queueStates, queueStateTitle } from '~/modules/catalog/queue-states'
import { takeReview } from '~/modules/catalog/take-review.server'
import { GivenResults } from '~/modules/claims/components/give-many'
import { type GiveManyAnswer, handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { paths } from '~/paths'
import { type FormFailure, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const locale = requestLocale(request)
  const { page, done, ...filter } = parseSearch(request, QueueSearch)
  const [queue, colleagues, answered] = await Promise.all([
    findReviewQueue({ actor, locale, page, ...filter }),
    findReviewColleagues({ actor }),
    done ? findAnswered({ actor, revisionId: done }) : null,
  ])
  return { ...queue, colleagues, filter, page, answered }
}

/** She takes up a listing and reads it, or approves those that are ticked, or gives them to a colleague. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const form = await readForm(request)
  if (form.get('intent') === 'approve')
    return handleFormData(request, form, BulkForm, async ({ picks }) =>
      json({ results: await approveMany({ actor, picks, t: translator(requestLocale(request)) }) }),
    )
  if (isGiveManyForm(form))
    return handleGiveMany({
      ...{ request, form, actor, queue: 'listing' },
      give: ({ subjectId, ...work }) => giveReview({ ...work, revisionId: subjectId }),
    })
  return handleFormData(request, form, OpenForm, async ({ take }) => {
    await takeReview({ actor, revisionId: take })
    return redirect(localPath(requestLocale(request), paths.deskListing({ revisionId: take })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('desk.listingsTitle'))

export default function DeskListings() {
  const { listings, colleagues, hasMore, filter, page, answered } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const list = href(paths.deskListings())
  const said = useActionData<FormFailure | GiveManyAnswer | { results: BulkResult[] }>()
  const results = said && 'results' in said ? said.results : null
  const failure = said && 'errors' in said ? said : null
  const { state } = filter
  const canGive = colleagues.length > 0
  const titles = Object.fromEntries(listings.map(({ revisionId, title }) => [revisionId, title]))
  return (
    <>
      <header className="desk-head">
        <h1>{t('desk.listingsTitle')}</h1>
        <nav aria-label={t('desk.filterLabel')}>
          <ul className="flex flex-wrap gap-4">
            {queueStates.map((one) => (
              <li key={one}>
                <a
                  className={`link link-line ${one === state ? 'font-semibold text-cin' : ''}`}
                  href={`${list}?${new URLSearchParams({ state: one })}`}
                  aria-current={one === state ? 'page' : undefined}
                >
                  {t(queueStateTitle[one])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {answered ? <AnswerBanner answered={answered} /> : null}
      <Refusal
        text={
          failure?.intent === 'give-many' ? null : (failure?.errors.picks ?? refusalText(t, failure, false))
        }
        className="mb-4"
      />
      {results ? <BulkResults results={results} /> : null}
      {said && 'given' in said ? <GivenResults given={said.given} titles={titles} /> : null}
      {state === 'submitted' ? <QueueFilterForm filter={filter} /> : null}
      <QueueForm />
      <ReviewQueue listings={listings} filter={filter} canGive={canGive} />
      {state === 'submitted' && listings.some((one) => isTickable(one, canGive)) ? (
        <BulkApprove
          canApprove={listings.some((one) => isTickable(one, false))}
          colleagues={colleagues}
          failure={failure}
        />
      ) : null}
      {state === 'submitted' ? <QueueKeys canPick canGive={canGive} /> : null}
      {page > 1 || hasMore ? (
        <p className="desk-foot flex gap-6">
          {page > 1 ? (
            <a className="link link-line" href={list + queueQuery(filter)}>
              {t('desk.newer')}
            </a>
          ) : null}
          {hasMore ? (
            <a className="link link-line" rel="next" href={list + queueQuery(filter, page + 1)}>
              {t('desk.older')}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
