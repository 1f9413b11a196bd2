import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueueKeys } from '~/modules/catalog/components/bulk-approve'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { GiveManyBox, GivenResults } from '~/modules/claims/components/give-many'
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { canGive } from '~/modules/claims/components/work-tick'
import { findWork } from '~/modules/claims/find-work.server'
import { type GiveManyAnswer, handleGiveMany, isGiveManyForm } from '~/modules/claims/give-many.server'
import { PageSearch, workQuery } from '~/modules/claims/queue-page'
import { WorkSearch } from '~/modules/claims/work-filter'
import { ClosedDisputes, OpenDisputes } from '~/modules/disputes/components/dispute-tables'
import { countDisputes, decidedShown, findDisputes } from '~/modules/disputes/find-disputes.server'
import { paths } from '~/paths'
import { type FormFailure, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'dispute:answer')
  const form = await readForm(request)
  const back = () => redirect(localPath(requestLocale(request), paths.deskDisputes()), 303)
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'dispute', back })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'dispute' })
  throw new Response(null, { status: 400 })
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'dispute:answer')
  const filter = parseSearch(request, WorkSearch)
  const [{ open, closed }, waiting] = await Promise.all([
    findDisputes({ actor, ...filter, ...parseSearch(request, PageSearch) }),
    countDisputes(),
  ])
  const work = await findWork({ actor, queue: 'dispute', subjectIds: open.rows.map(({ id }) => id) })
  return { open, closed, isCut: closed.length === decidedShown, waiting, work, filter }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('dispute.title'))

export default function DeskDisputes() {
  const { open, closed, isCut, waiting, work, filter } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure | GiveManyAnswer>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('dispute.title')}</h1>
        <p>{waiting > 0 ? t('dispute.waiting', { count: waiting }) : null}</p>
      </header>
      <Refusal text={failure?.errors.picks ? null : refusalText(t, failure, false)} />
      {failure && 'given' in failure ? (
        <GivenResults
          given={failure.given}
          titles={Object.fromEntries(
            open.rows.map(({ id, orderNumber }) => [id, t('dispute.order', { number: orderNumber })]),
          )}
        />
      ) : null}
      <p className="quiet">{t('dispute.lead')}</p>
      <WorkFilterForm list={href(paths.deskDisputes())} filter={filter} />
      <section className="desk-section work-rows">
        <h2>{t('dispute.open')}</h2>
        {open.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('dispute.nothing')} />
        ) : (
          <>
            <OpenDisputes rows={open.rows} work={work} />
            {canGive(
              work,
              open.rows.filter(({ state }) => state === 'needs_response').map(({ id }) => id),
            ) ? (
              <GiveManyBox colleagues={work.colleagues} failure={failure ?? null} />
            ) : null}
          </>
        )}
        <QueuePages
          list={href(paths.deskDisputes())}
          query={workQuery(filter)}
          page={open.page}
          total={open.total}
        />
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('dispute.closed')}</h2>
          {isCut ? <p className="quiet">{t('claims.newestShown', { count: closed.length })}</p> : null}
          <ClosedDisputes rows={closed} />
        </section>
      ) : null}
      <QueueKeys canPick={work.colleagues.length > 0} canGive={work.colleagues.length > 0} />
    </>
  )
}
