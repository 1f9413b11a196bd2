import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { findActors } from '~/modules/auth/find-actor.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findMovedDay } from '~/modules/clock/find-moved-day.server'
import { deskHome, placePath, placeTitle, roleTitle } from '~/modules/desk/desk-places'
import { findDeskFrame } from '~/modules/desk/find-desk-frame.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'
import { useTranslator } from '~/platform/i18n/use-translator'
import deskCss from '~/styles/desk.css?url'
import { Banner } from '~/ui/banner'
import { DeskFrame } from '~/ui/desk-frame'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, 'desk:use')
  const locale = requestLocale(request)
  const actors = await findActors(request)
  const [frame, hasSample, movedOn] = await Promise.all([
    findDeskFrame({ actors, locale, of: context }),
    findSampleData(),
    findMovedDay(),
  ])
  return { ...frame, hasSample, movedTo: movedOn && formatDay(locale, movedOn) }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskCss }]

export default function DeskLayout() {
  const { places, region, otherRegions, name, role, hasSample, movedTo } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const path = withoutLocale(useLocation().pathname)
  const otherLocale = locale === 'en' ? 'zh-CN' : 'en'
  const leadsHere = (place: string) => (place === deskHome ? path === place : path.startsWith(place))
  const here = places.map(({ name: place }) => placePath[place]).filter(leadsHere)
  const isHere = (place: string) => leadsHere(place) && here.every((other) => other.length <= place.length)
  return (
    <DeskFrame
      skip={t('common.skip')}
      sample={hasSample ? t('common.sample') : undefined}
      name={t('desk.name')}
      home={href(deskHome)}
      navLabel={t('desk.navLabel')}
      places={places.map((place) => ({
        text: t(placeTitle[place.name]),
        href: href(placePath[place.name]),
        current: isHere(placePath[place.name]),
        count: place.count,
      }))}
      scope={{
        ...(region ? { region: region.name, reach: reachText(region, t) } : { region: t('desk.everywhere') }),
        others: otherRegions.map(({ id, name: other }) => (
          <form key={id} method="post" action={href(paths.deskRegion())}>
            <button type="submit" name="regionId" value={id}>
              {t('desk.switchTo', { name: other })}
            </button>
          </form>
        )),
      }}
      who={{
        name: name ?? t('desk.nameless'),
        office: t(roleTitle[role]),
        leave: (
          <>
            <a
              className="inline-flex items-center"
              href={localPath(otherLocale, path)}
              hrefLang={otherLocale}
              lang={otherLocale}
            >
              {t('desk.otherLanguage')}
            </a>
            <form method="post" action={href(paths.signOut())}>
              <button type="submit">{t('common.signOut')}</button>
            </form>
          </>
        ),
      }}
      notice={movedTo ? <Banner tone="info">{t('common.clockMoved', { day: movedTo })}</Banner> : undefined}
    >
      <Outlet />
    </DeskFrame>
  )
}

function reachText(
  { towns, villages }: { towns: number; villages: number },
  t: ReturnType<typeof useTranslator>['t'],
) {
  if (villages === 0) return undefined
  return towns > 0 ? t('desk.reach', { towns, villages }) : t('desk.reachVillages', { villages })
}
