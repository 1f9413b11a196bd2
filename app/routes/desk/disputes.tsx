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
import { NothingWaits } from '~/modules/claims/components/nothing-waits'
import { WorkFilterForm } from '~/modules/claims/components/work-filter-form'
import { findWork } from '~/modules/claims/find-work.server'
import { isAmong, WorkSearch } from '~/modules/claims/work-filter'
import { ClosedDisputes, OpenDisputes } from '~/modules/disputes/components/dispute-tables'
import { type DisputeRow, findDisputes } from '~/modules/disputes/find-disputes.server'
import { paths } from '~/paths'
import { parseSearch, readForm } from '~/platform/form.server'
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
  throw new Response(null, { status: 400 })
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'dispute:answer')
  const filter = parseSearch(request, WorkSearch)
  const { open, closed } = await findDisputes()
  const work = await findWork({ actor, queue: 'dispute', subjectIds: open.map(({ id }) => id) })
  const waiting = open.filter(({ state }) => state === 'needs_response').length
  const isShown = ({ id, ageDays }: DisputeRow) => isAmong(filter, { claim: work.claims[id], ageDays })
  return { open: open.filter(isShown), closed, waiting, work, filter }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('dispute.title'))

export default function DeskDisputes() {
  const { open, closed, waiting, work, filter } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('dispute.title')}</h1>
        <p>{waiting > 0 ? t('dispute.waiting', { count: waiting }) : null}</p>
      </header>
      <Refusal text={refusalText(t, failure, false)} />
      <p className="quiet">{t('dispute.lead')}</p>
      <WorkFilterForm list={href(paths.deskDisputes())} filter={filter} />
      <section className="desk-section work-rows">
        <h2>{t('dispute.open')}</h2>
        {open.length === 0 ? (
          <NothingWaits filter={filter} text={t('dispute.nothing')} />
        ) : (
          <OpenDisputes rows={open} work={work} />
        )}
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('dispute.closed')}</h2>
          <ClosedDisputes rows={closed} />
        </section>
      ) : null}
      <QueueKeys canPick={false} />
    </>
  )
}
