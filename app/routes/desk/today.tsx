import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findActors } from '~/modules/auth/find-actor.server'
import { allows } from '~/modules/auth/permissions'
import { requireActor } from '~/modules/auth/require-actor.server'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { GivenResults } from '~/modules/claims/components/give-many'
import { type GiveManyAnswer, handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch } from '~/modules/claims/queue-page'
import { usePeopleTally } from '~/modules/desk/components/today-people'
import { TodayQueue } from '~/modules/desk/components/today-queue'
import { findToday } from '~/modules/desk/find-today.server'
import { ComingLines } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { paths } from '~/paths'
import { type FormFailure, parseSearch, readForm } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'
import { Tally } from '~/ui/tally'

const HandsForm = z.enum(['parcel', 'payout'])
const neededFor = { parcel: 'listing:review', payout: 'payout:read' } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, 'desk:use')
  const actors = await findActors(request)
  const locale = requestLocale(request)
  const today = await findToday({ actors, locale, of: context, ...parseSearch(request, PageSearch) })
  return today
    ? json({ ...today, coming: await findComingDocuments() })
    : redirect(localPath(locale, paths.admin()))
}

/** Who is on work that has no page of its own. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'desk:use')
  const actors = await findActors(request)
  const form = await readForm(request)
  const queue = HandsForm.safeParse(form.get('queue')).data
  const needed = queue && neededFor[queue]
  const actor = needed && actors.find(({ role }) => allows(role, needed))
  if (!queue || !actor) throw new Response(null, { status: 400 })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue })
  if (!isClaimForm(form)) throw new Response(null, { status: 400 })
  const back = () => redirect(localPath(requestLocale(request), paths.desk()), 303)
  return handleClaim({ request, form, actor, queue, back })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('desk.today'))

export default function DeskToday() {
  const today = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure | GiveManyAnswer>()
  const { day, region, coming } = today
  const { t, locale, href } = useTranslator()
  const people = usePeopleTally(region?.people ?? null)
  return (
    <>
      <header className="desk-head">
        <h1>{t('desk.today')}</h1>
        <p>{formatDay(locale, day)}</p>
      </header>
      <ComingLines coming={coming} className="quiet mb-4" />
      {region ? (
        <Tally
          label={t('desk.tallyLabel')}
          items={[
            { count: region.lateCount, text: t('desk.tallyLate'), href: '#queue', late: true },
            { count: region.reviewCount, text: t('desk.tallyReviews'), href: href(paths.deskListings()) },
            {
              count: region.unverifiedCount,
              text: t('desk.tallyUnverified'),
              href: href(paths.deskHouseholds()),
            },
            ...(region.flagCount > 0
              ? [{ count: region.flagCount, text: t('today.tallyFlags'), href: href(paths.deskFlags()) }]
              : []),
            ...(region.reportCount > 0
              ? [
                  {
                    count: region.reportCount,
                    text: t('today.tallyReports'),
                    href: href(paths.deskReports()),
                  },
                ]
              : []),
            ...(region.dictationCount > 0
              ? [
                  {
                    count: region.dictationCount,
                    text: t('today.tallyDictations'),
                    href: href(paths.deskDictations()),
                  },
                ]
              : []),
            ...people,
          ]}
        />
      ) : null}
      <Refusal text={failure?.errors.picks ? null : refusalText(t, failure, false)} />
      {failure && 'given' in failure ? (
        <GivenResults
          given={failure.given}
          titles={Object.fromEntries(today.rows.map(({ key, title }) => [key, title]))}
        />
      ) : null}
      <div id="queue">
        <TodayQueue today={today} failure={failure ?? null} />
      </div>
      <p className="desk-foot">{t('desk.foot')}</p>
    </>
  )
}
