import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerPoints } from '~/modules/points/answer-points.server'
import { OpenForm } from '~/modules/points/components/open-form'
import { OwnTiles } from '~/modules/points/components/own-tiles'
import { PointList } from '~/modules/points/components/point-list'
import { findOwnTiles } from '~/modules/points/find-own-tiles.server'
import { findPlaces } from '~/modules/points/find-places.server'
import { findPoints } from '~/modules/points/find-points.server'
import { PointSearch } from '~/modules/points/schema'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'point:open')
  const locale = requestLocale(request)
  const [places, points, tiles] = await Promise.all([
    findPlaces({ actor, locale }),
    findPoints({ actor, locale }),
    findOwnTiles({ actor }),
  ])
  return { places, points, tiles, ...parseSearch(request, PointSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'point:open')
  return answerPoints({ request, actor, page: (done) => paths.studioPoint({ done }) })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('point.openTitle'))

export default function StudioPoint() {
  const { places, points, tiles, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('point.openTitle')}</h1>
      <p className="studio-lead">{t('point.openLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {done && !failure ? (
        <Banner tone="done" role="status" className="mb-5">
          {t(done === 'revoked' ? 'point.revoked' : 'point.removed')}
        </Banner>
      ) : null}
      <OpenForm places={places} failure={failure} />
      <OwnTiles tiles={tiles} />
      <section className="studio-section" aria-labelledby="own">
        <h2 id="own">{t('point.ownTitle')}</h2>
        {points.length === 0 ? <p className="quiet">{t('point.ownNone')}</p> : null}
        <PointList points={points} />
      </section>
    </>
  )
}
