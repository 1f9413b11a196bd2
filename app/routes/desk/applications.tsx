import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationTable } from '~/modules/applications/components/application-table'
import { findApplications } from '~/modules/applications/find-applications.server'
import { QueueSearch, queueStates } from '~/modules/applications/schema'
import { applicantKinds } from '~/modules/applications/steps'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { isNarrow, WorkSearch } from '~/modules/claims/work-filter'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { SelectField } from '~/ui/field'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const filter = parseSearch(request, QueueSearch)
  const work = parseSearch(request, WorkSearch)
  const { page } = parseSearch(request, PageSearch)
  const { state, kind, done } = filter
  return json({ ...(await findApplications({ actor, state, kind, ...work, page })), kind, done, work })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('joining.deskTitle'))

export default function DeskApplications() {
  const { rows, page, total, state, kind, done, work } = useLoaderData<typeof loader>()
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
      {done ? (
        <Banner tone="done" role="status">
          {t(`joining.done_${done}`)}
        </Banner>
      ) : null}
      <WorkFilterForm list={href(paths.deskApplications({ state }))} filter={work} isNarrowed={kind !== null}>
        <input type="hidden" name="state" value={state} />
        <SelectField
          id="kind"
          name="kind"
          label={t('joining.filterKind')}
          defaultValue={kind ?? ''}
          choices={[
            { value: '', text: t('joining.filterAll') },
            ...applicantKinds.map((one) => ({ value: one, text: t(`joining.kind_${one}`) })),
          ]}
        />
      </WorkFilterForm>
      {rows.length === 0 ? (
        <EmptyState title={t(kind !== null || isNarrow(work) ? 'claims.filterNothing' : 'joining.none')} />
      ) : (
        <ApplicationTable rows={rows} />
      )}
      <QueuePages
        list={href(paths.deskApplications())}
        query={{ state, ...(kind ? { kind } : {}), ...workQuery(work) }}
        page={page}
        total={total}
      />
      <QueueKeys canPick={false} />
    </>
  )
}
