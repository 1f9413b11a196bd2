import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationTable } from '~/modules/applications/components/application-table'
import { findApplications } from '~/modules/applications/find-applications.server'
import { QueueSearch, queueStates } from '~/modules/applications/schema'
import { applicantKinds } from '~/modules/applications/steps'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const filter = parseSearch(request, QueueSearch)
  return json({ ...(await findApplications({ actor, ...filter })), kind: filter.kind })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('joining.deskTitle'))

export default function DeskApplications() {
  const { rows, state, kind } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('joining.deskTitle')}</h1>
        <nav aria-label={t('desk.filterLabel')}>
          <ul className="flex flex-wrap gap-4">
            {queueStates.map((one) => (
              <li key={one}>
                <a
                  className={`link link-line ${one === state ? 'font-semibold text-cin' : ''}`}
                  href={href(paths.deskApplications({ state: one }))}
                  aria-current={one === state ? 'page' : undefined}
                >
                  {t(`joining.tab_${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <form method="get" className="desk-filter mb-3">
        <input type="hidden" name="state" value={state} />
        <label>
          {t('joining.filterKind')}
          <select name="kind" className="box box-select" defaultValue={kind ?? ''}>
            <option value="">{t('joining.filterAll')}</option>
            {applicantKinds.map((one) => (
              <option key={one} value={one}>
                {t(`joining.kind_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Button>{t('joining.filterAct')}</Button>
      </form>
      {rows.length === 0 ? <EmptyState title={t('joining.none')} /> : <ApplicationTable rows={rows} />}
    </>
  )
}
