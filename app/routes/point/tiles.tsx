import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findStanding } from '~/modules/auth/find-actor.server'
import { readPointToken } from '~/modules/auth/point-cookie.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { clearDevice, unshareDevice } from '~/modules/points/clear-device.server'
import { PointFrame } from '~/modules/points/components/point-frame'
import { TileList } from '~/modules/points/components/tile-list'
import { findDevicePoint } from '~/modules/points/find-device-point.server'
import { findTiles } from '~/modules/points/find-tiles.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const [point, { isShared }, isSample] = await Promise.all([
    findDevicePoint(request),
    findStanding(request),
    findSampleData(),
  ])
  const tiles = point ? await findTiles({ pointId: point.id, locale: requestLocale(request) }) : []
  const wasOne = !point && (await readPointToken(request)) !== null
  const view = { name: point?.name ?? null, tiles, isOpen: isShared, wasOne, isSample }
  // a device that was revoked is anybody's again
  return json(view, { headers: wasOne ? [...clearDevice(request), ...(await unshareDevice())] : [] })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('point.title'))

export default function PointTiles() {
  const { name, tiles, isOpen, wasOne, isSample } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const staff = (
    <p className="pt-8">
      <a className="link-line" href={href(paths.staffSignIn({ returnTo: paths.deskPoints() }))}>
        {t('point.staff')}
      </a>
    </p>
  )
  if (name === null)
    return (
      <PointFrame isSample={isSample} name={name} isFirst>
        {wasOne ? (
          <Banner tone="info" role="status" className="mb-5">
            {t('point.over')}
          </Banner>
        ) : null}
        <h1 className="studio-heading">{t('point.notOne')}</h1>
        <p className="studio-lead">{t('point.notOneLead')}</p>
        <ButtonLink kind="line" href={href(paths.studioPoint())}>
          {t('point.setUp')}
        </ButtonLink>
        {staff}
      </PointFrame>
    )
  return (
    <PointFrame isSample={isSample} name={name} isFirst isOpen={isOpen}>
      <h1 className="studio-heading">{t('point.title')}</h1>
      <p className="studio-lead">{t(tiles.length > 0 ? 'point.lead' : 'point.none')}</p>
      <TileList tiles={tiles} />
      <ButtonLink kind="line" href={href(paths.pointJoin())}>
        {t('point.join')}
      </ButtonLink>
      {staff}
    </PointFrame>
  )
}
