import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findActors } from '~/modules/auth/find-actor.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { usePeopleTally } from '~/modules/desk/components/today-people'
import { TodayQueue } from '~/modules/desk/components/today-queue'
import { findToday } from '~/modules/desk/find-today.server'
import { firstPlace } from '~/modules/desk/first-place'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Tally } from '~/ui/tally'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'desk:use')
  const actors = await findActors(request)
  const locale = requestLocale(request)
  const today = await findToday({ actors, locale })
  return today ? json(today) : redirect(localPath(locale, firstPlace(actors)))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('desk.today'))

export default function DeskToday() {
  const { day, work } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const people = usePeopleTally(work.people)
  return (
    <>
      <header className="desk-head">
        <h1>{t('desk.today')}</h1>
        <p>{formatDay(locale, day)}</p>
      </header>
      <Tally
        label={t('desk.tallyLabel')}
        items={[
          { count: work.late.length, text: t('desk.tallyLate'), href: '#queue', late: true },
          { count: work.reviewCount, text: t('desk.tallyReviews'), href: href(paths.deskListings()) },
          {
            count: work.unverifiedCount,
            text: t('desk.tallyUnverified'),
            href: href(paths.deskHouseholds()),
          },
          ...(work.dictationCount > 0
            ? [{ count: work.dictationCount, text: t('voice.deskTitle'), href: href(paths.deskDictations()) }]
            : []),
          ...(work.flagCount > 0
            ? [{ count: work.flagCount, text: t('flags.title'), href: href(paths.deskFlags()) }]
            : []),
          ...(work.reportCount > 0
            ? [{ count: work.reportCount, text: t('reports.deskTitle'), href: href(paths.deskReports()) }]
            : []),
          ...people,
        ]}
      />
      <div id="queue">
        <TodayQueue work={work} today={day} />
      </div>
      <p className="desk-foot">{t('desk.foot')}</p>
    </>
  )
}
