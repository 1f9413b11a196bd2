import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplicationTable } from '~/modules/applications/components/application-table'
import { findApplications } from '~/modules/applications/find-applications.server'
import { QueueSearch, queueStates } from '~/modules/applications/schema'
import { applicantKinds } from '~/modules/applications/steps'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { GiveManyBox, GivenResults } from '~/modules/claims/components/give-many'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { isFree } from '~/modules/claims/components/work-tick'
import { findWork } from '~/modules/claims/find-work.server'
import { handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { isNarrow, WorkSearch } from '~/modules/claims/work-filter'
import { paths } from '~/paths'
import { parseSearch, readForm } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { SelectField } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const filter = parseSearch(request, QueueSearch)
  const work = parseSearch(request, WorkSearch)
  const { page } = parseSearch(request, PageSearch)
  const { state, kind, done } = filter
  const [found, { colleagues }] = await Promise.all([
    findApplications({ actor, state, kind, ...work, page }),
    findWork({ actor, queue: 'application', subjectIds: [] }),
  ])
  return json({ ...found, colleagues, kind, done, work })
}

/** She gives those that are ticked to a colleague; each is judged on its own page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  const form = await readForm(request)
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'application' })
  throw new Response(null, { status: 400 })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('joining.deskTitle'))

export default function DeskApplications() {
  const { rows, page, total, state, kind, done, work, isHersToJudge, colleagues } =
    useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const canGive = colleagues.length > 0 && isHersToJudge
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
      <Refusal text={refusalText(t, said)} />
      {said && 'given' in said ? (
        <GivenResults
          given={said.given}
          titles={Object.fromEntries(rows.map(({ id, shopName }) => [id, shopName]))}
        />
      ) : null}
      {done && !said ? (
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
        <>
          <ApplicationTable rows={rows} canGive={canGive} />
          {canGive && rows.some(({ claim }) => isFree(claim)) ? (
            <GiveManyBox colleagues={colleagues} failure={said ?? null} />
          ) : null}
        </>
      )}
      <QueuePages
        list={href(paths.deskApplications())}
        query={{ state, ...(kind ? { kind } : {}), ...workQuery(work) }}
        page={page}
        total={total}
      />
      <QueueKeys canPick={canGive} canGive={canGive} />
    </>
  )
}
