import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AnswerBanner } from '~/modules/catalog/components/answer-banner'
import { ReviewQueue } from '~/modules/catalog/components/review-queue'
import { findAnswered } from '~/modules/catalog/find-answered.server'
import { findReviewQueue } from '~/modules/catalog/find-review-queue.server'
import { queueStates, queueStateTitle } from '~/modules/catalog/queue-states'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

const Query = z.object({
  state: z.enum(queueStates).catch('submitted'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  done: z.uuid().or(z.literal('')).catch(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const locale = requestLocale(request)
  const { state, page, done } = parseSearch(request, Query)
  const [queue, answered] = await Promise.all([
    findReviewQueue({ actor, locale, state, page }),
    done ? findAnswered({ actor, revisionId: done }) : null,
  ])
  return { ...queue, state, page, answered }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('desk.listingsTitle'))

export default function DeskListings() {
  const { listings, hasMore, state, page, answered } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const list = href(paths.deskListings())
  const query = (of: Record<string, string>) => `${list}?${new URLSearchParams(of)}`
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
                  href={query({ state: one })}
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
      <ReviewQueue listings={listings} state={state} />
      {page > 1 || hasMore ? (
        <p className="desk-foot flex gap-6">
          {page > 1 ? (
            <a className="link link-line" href={query({ state })}>
              {t('desk.newer')}
            </a>
          ) : null}
          {hasMore ? (
            <a className="link link-line" rel="next" href={query({ state, page: String(page + 1) })}>
              {t('desk.older')}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
