import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HouseholdList } from '~/modules/households/components/household-list'
import { findHouseholds } from '~/modules/households/find-households.server'
import { HouseholdsSearch } from '~/modules/households/schema'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'household:read')
  const { q, after } = parseSearch(request, HouseholdsSearch)
  return { ...(await findHouseholds({ actor, q, after })), q }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('household.title'))

export default function DeskHouseholds() {
  const { rows, next, q } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const here = href(paths.deskHouseholds())
  const further = new URLSearchParams({ ...(q ? { q } : {}), after: next ?? '' })
  return (
    <>
      <header className="desk-head">
        <h1>{t('household.title')}</h1>
        <form className="desk-filter" action={here}>
          <label htmlFor="q">{t('household.search')}</label>
          <input className="box" id="q" name="q" defaultValue={q} maxLength={40} />
          <Button>{t('household.find')}</Button>
          {q ? (
            <a className="link link-line" href={here}>
              {t('household.all')}
            </a>
          ) : null}
        </form>
      </header>
      {rows.length === 0 ? (
        <p className="quiet">{q ? t('household.emptySearch', { q }) : t('household.empty')}</p>
      ) : (
        <HouseholdList rows={rows} />
      )}
      {next ? (
        <p className="desk-foot">
          <a className="link link-line" rel="next" href={`${here}?${further}`}>
            {t('household.more')}
          </a>
        </p>
      ) : null}
      <p className="desk-foot">{t('household.orderNote')}</p>
    </>
  )
}
