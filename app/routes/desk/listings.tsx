import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AnswerBanner } from '~/modules/catalog/components/answer-banner'
import { QueueFilterForm } from '~/modules/catalog/components/queue-filter'
import { QueueForm, ReviewQueue } from '~/modules/catalog/components/review-queue'
import { findAnswered } from '~/modules/catalog/find-answered.server'
import { findReviewQueue } from '~/modules/catalog/find-review-queue.server'
import { OpenForm } from '~/modules/catalog/listing-forms'
import { QueueSearch, queueQuery } from '~/modules/catalog/queue-filters'
import { queueStates, queueStateTitle } from '~/modules/catalog/queue-states'
import { takeReview } from '~/modules/catalog/take-review.server'
import { paths } from '~/paths'
import { type FormFailure, handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const locale = requestLocale(request)
  const { page, done, ...filter } = parseSearch(request, QueueSearch)
  const [queue, answered] = await Promise.all([
    findReviewQueue({ actor, locale, page, ...filter }),
    done ? findAnswered({ actor, revisionId: done }) : null,
  ])
  return { ...queue, filter, page, answered }
}

/** She takes up a listing and reads it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  return handleForm(request, OpenForm, async ({ take }) => {
    await takeReview({ actor, revisionId: take })
    return redirect(localPath(requestLocale(request), paths.deskListing({ revisionId: take })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('desk.listingsTitle'))

export default function DeskListings() {
  const { listings, hasMore, filter, page, answered } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const list = href(paths.deskListings())
  const failure = useActionData<FormFailure>()
  const { state } = filter
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
      <Refusal text={refusalText(t, failure, false)} className="mb-4" />
      {state === 'submitted' ? <QueueFilterForm filter={filter} /> : null}
      <QueueForm />
      <ReviewQueue listings={listings} filter={filter} />
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
