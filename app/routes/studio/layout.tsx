import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findMovedDay } from '~/modules/clock/find-moved-day.server'
import { findActing } from '~/modules/mandates/find-acting.server'
import { PointBand } from '~/modules/points/components/point-band'
import { findShared } from '~/modules/points/find-shared.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { isNewMaker } from '~/modules/sellers/is-new-maker.server'
import { wayBack } from '~/modules/studio/way-back'
import { paths } from '~/paths'
import { useViewSwitch } from '~/platform/http/use-view'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { Banner } from '~/ui/banner'
import { ReadAloud } from '~/ui/read-aloud'
import { StudioFrame } from '~/ui/studio-frame'
import { ViewSwitch } from '~/ui/view-switch'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'studio:use')
  const locale = requestLocale(request)
  const [hasSample, movedOn, acting, shared, readsLarge] = await Promise.all([
    findSampleData(),
    findMovedDay(),
    findActing({ actor, locale }),
    findShared({ request, actor, locale }),
    isNewMaker({ actor }),
  ])
  return {
    hasSample,
    movedTo: movedOn && formatDay(locale, movedOn),
    acting,
    shared,
    readsLarge,
    hydrate: shared !== null,
  }
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: studioCss },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/studio-192.png' },
]

export default function StudioLayout() {
  const { hasSample, movedTo, acting, shared } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const path = withoutLocale(useLocation().pathname)
  const view = useViewSwitch()
  const otherLocale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <StudioFrame
      skip={t('common.skip')}
      sample={hasSample ? t('common.sample') : undefined}
      band={shared ? <PointBand shop={shared.shop} /> : undefined}
      head={headOf(path, t, href)}
      acting={
        acting
          ? {
              text: acting.shop
                ? t('mandate.acting', { shop: acting.shop })
                : t('mandate.actingMany', { count: acting.count }),
              link: {
                text: t(acting.shop ? 'mandate.change' : 'mandate.pick'),
                href: href(paths.studioMakers()),
              },
            }
          : undefined
      }
      tool={
        <>
          {path === paths.studio() ? (
            <a href={localPath(otherLocale, path)} hrefLang={otherLocale} lang={otherLocale}>
              {t('studio.otherLanguage')}
            </a>
          ) : null}
          <ViewSwitch {...view} />
          <ReadAloud
            read={t('studio.readAloud')}
            stop={t('studio.readStop')}
            chosen={t('studio.readChosen')}
          />
        </>
      }
      notice={movedTo ? <Banner tone="info">{t('common.clockMoved', { day: movedTo })}</Banner> : undefined}
    >
      <Outlet />
    </StudioFrame>
  )
}

type Translator = ReturnType<typeof useTranslator>

/** The three doors carry the studio's name, every other page its way back. */
function headOf(path: string, t: Translator['t'], href: Translator['href']) {
  if (path === paths.studio())
    return { kind: 'home', name: t('studio.name'), href: href(paths.studio()) } as const
  const { text, to } = wayBack(path)
  return { kind: 'back', text: t(text), href: href(to) } as const
}
