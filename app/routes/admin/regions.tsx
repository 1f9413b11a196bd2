import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PlaceTable } from '~/modules/places/components/place-table'
import { findPlaces } from '~/modules/places/find-places.server'
import { PlacesSearch } from '~/modules/places/schema'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'place:change')
  const { q, in: inside } = parseSearch(request, PlacesSearch)
  return { q, rows: await findPlaces({ q, inside }) }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('places.title'))

export default function AdminRegions() {
  const { q, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('places.title')}</h1>
        <p>{t('places.lead')}</p>
      </header>
      <form method="get" className="decide pb-4">
        <Field
          id="q"
          name="q"
          label={t('places.find')}
          hint={t('places.findHint')}
          defaultValue={q}
          maxLength={40}
        />
        <div className="decide-acts">
          <Button kind="line">{t('places.search')}</Button>
        </div>
      </form>
      {rows.length > 0 ? (
        <PlaceTable caption={t('places.title')} rows={rows} />
      ) : (
        <p className="quiet">{t('places.none')}</p>
      )}
    </>
  )
}
