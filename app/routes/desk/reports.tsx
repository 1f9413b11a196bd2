import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { GiveManyBox, GivenResults } from '~/modules/claims/components/give-many'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { canGive } from '~/modules/claims/components/work-tick'
import { findWork } from '~/modules/claims/find-work.server'
import { handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { ReportsTable } from '~/modules/reports/components/reports-table'
import { closedShown, findReports } from '~/modules/reports/find-reports.server'
import { paths } from '~/paths'
import { parseSearch, readForm } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  const filter = parseSearch(request, WorkSearch)
  const { open, closed } = await findReports({
    actor,
    locale: requestLocale(request),
    ...filter,
    ...parseSearch(request, PageSearch),
  })
  const work = await findWork({ actor, queue: 'report', subjectIds: open.rows.map(({ id }) => id) })
  return { open, closed, isCut: closed.length === closedShown, work, filter }
}

/** She gives those that are ticked to a colleague; each is answered on its own page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  const form = await readForm(request)
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'report' })
  throw new Response(null, { status: 400 })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('reports.deskTitle'))

export default function DeskReports() {
  const { open, closed, isCut, work, filter } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('reports.deskTitle')}</h1>
        <p>{t('reports.deskLead')}</p>
      </header>
      <Refusal text={refusalText(t, said)} />
      {said && 'given' in said ? (
        <GivenResults
          given={said.given}
          titles={Object.fromEntries(open.rows.map(({ id, number }) => [id, number]))}
        />
      ) : null}
      <WorkFilterForm list={href(paths.deskReports())} filter={filter} />
      <section className="desk-section work-rows">
        <h2>{t('reports.openOnes')}</h2>
        {open.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('reports.none')} />
        ) : (
          <>
            <ReportsTable caption={t('reports.openOnes')} rows={open.rows} work={work} />
            {canGive(
              work,
              open.rows.map(({ id }) => id),
            ) ? (
              <GiveManyBox colleagues={work.colleagues} failure={said ?? null} />
            ) : null}
          </>
        )}
        <QueuePages
          list={href(paths.deskReports())}
          query={workQuery(filter)}
          page={open.page}
          total={open.total}
        />
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('reports.closedOnes')}</h2>
          {isCut ? <p className="quiet">{t('claims.newestShown', { count: closed.length })}</p> : null}
          <ReportsTable caption={t('reports.closedOnes')} rows={closed} work={null} />
        </section>
      ) : null}
      <QueueKeys canPick={work.colleagues.length > 0} canGive={work.colleagues.length > 0} />
    </>
  )
}
