import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HouseholdList } from '~/modules/households/components/household-list'
import { findHouseholds } from '~/modules/households/find-households.server'
import { findNumber, isIdNumber } from '~/modules/households/find-number.server'
import { HouseholdsSearch, SearchForm } from '~/modules/households/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
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

/** What she looks for is posted, because an identity number may stand in no address; words lead on to one. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:read')
  const go = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  return handleForm(request, SearchForm, async ({ q }) => {
    if (!isIdNumber(q)) return go(paths.deskHouseholds(q ? { q } : {}))
    const found = await findNumber({ actor, words: q })
    if (found === 'elsewhere' || found === null) return json({ number: found ?? 'nowhere' })
    return go(paths.deskHousehold({ householdId: found.householdId }))
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('household.title'))

export default function DeskHouseholds() {
  const { rows, next, q } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const here = href(paths.deskHouseholds())
  const further = new URLSearchParams({ ...(q ? { q } : {}), after: next ?? '' })
  return (
    <>
      <header className="desk-head">
        <h1>{t('household.title')}</h1>
        <form method="post" className="desk-filter" action={here} noValidate>
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
      {said && 'number' in said ? (
        <Banner tone="info" role="status">
          {t(said.number === 'elsewhere' ? 'register.numberElsewhereFound' : 'register.numberNowhere')}
        </Banner>
      ) : null}
      <p className="desk-acts">
        <a className="link link-line" href={href(paths.deskNewHousehold())}>
          {t('register.toNew')}
        </a>
        <a className="link link-line" href={href(paths.deskImports())}>
          {t('register.toImports')}
        </a>
      </p>
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
