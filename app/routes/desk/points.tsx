import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerPoints } from '~/modules/points/answer-points.server'
import { OpenForm } from '~/modules/points/components/open-form'
import { PointList } from '~/modules/points/components/point-list'
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
  const actor = await requireActor(request, 'point:revoke')
  const locale = requestLocale(request)
  const [places, points] = await Promise.all([findPlaces({ actor, locale }), findPoints({ actor, locale })])
  return { places, points, ...parseSearch(request, PointSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'point:revoke')
  return answerPoints({ request, actor, page: (done) => paths.deskPoints({ done }) })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('point.deskTitle'))

export default function DeskPoints() {
  const { places, points, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('point.deskTitle')}</h1>
        <p>{t('point.deskLead')}</p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(done === 'revoked' ? 'point.revoked' : 'point.removed')}
        </Banner>
      ) : null}
      {points.length === 0 ? <p className="quiet">{t('point.deskNone')}</p> : <PointList points={points} />}
      <section className="pt-6">
        <h2>{t('point.openTitle')}</h2>
        <p className="quiet pb-5">{t('point.openLead')}</p>
        <OpenForm places={places} failure={failure} />
      </section>
    </>
  )
}
