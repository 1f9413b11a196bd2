import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  FailedRefunds,
  PendingRefunds,
  RefundsByBank,
  type ShownContact,
} from '~/modules/aftersales/components/waiting-refunds'
import { findWaitingRefunds } from '~/modules/aftersales/find-waiting-refunds.server'
import { openRefundContact } from '~/modules/aftersales/open-refund-contact.server'
import { markSentByBank, resendByBank } from '~/modules/aftersales/refund-by-bank.server'
import { RefundRowForm, RefundsSearch, SentByBankForm } from '~/modules/aftersales/schema'
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
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { paths } from '~/paths'
import { type FormFailure, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'refund:order')
  const filter = parseSearch(request, WorkSearch)
  const found = await findWaitingRefunds({ actor, ...filter, ...parseSearch(request, PageSearch) })
  const subjectIds = [...found.byBank.rows, ...found.failed.rows].map(({ id }) => id)
  const work = await findWork({ actor, queue: 'refund', subjectIds })
  return { ...found, work, filter, ...parseSearch(request, RefundsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'refund:order')
  const form = await readForm(request)
  const goBack = (query: Record<string, string>) =>
    redirect(localPath(requestLocale(request), paths.deskRefunds(query)), 303)
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'refund', back: () => goBack({}) })
  if (isGiveManyForm(form)) return handleGiveMany({ request, form, actor, queue: 'refund' })
  const back = (said: string) => goBack({ said })
  switch (form.get('intent')) {
    case 'sent':
      return handleFormData(request, form, SentByBankForm, async (input) => {
        await markSentByBank({ actor, ...input })
        return back('sent')
      })
    case 'resend':
      return handleFormData(request, form, RefundRowForm, async ({ refundId }) => {
        await resendByBank({ actor, refundId })
        return back('resent')
      })
    case 'contact':
      await requireFreshProof(request, actor, form)
      return handleFormData(request, form, RefundRowForm, async ({ refundId }) =>
        json({ contact: { refundId, ...(await openRefundContact({ actor, refundId })) } }),
      )
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('aftersales.refunds'))

export default function DeskRefunds() {
  const { byBank, failed, pending, today, said, work, filter } = useLoaderData<typeof loader>()
  const answer = useActionData<FormFailure | GiveManyAnswer | { contact: ShownContact }>()
  const { t, href } = useTranslator()
  const failure = answer && 'errors' in answer ? answer : null
  const contact = answer && 'contact' in answer ? answer.contact : null
  const titles: Record<string, string> = {}
  for (const { id, orderNumber } of [...byBank.rows, ...failed.rows])
    titles[id] = t('aftersales.refundOrder', { number: orderNumber })
  const isThere =
    failure?.intent === 'give-many' || byBank.rows.some(({ id }) => id === failure?.values.refundId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('aftersales.refunds')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {answer && 'given' in answer ? <GivenResults given={answer.given} titles={titles} /> : null}
      {said && !answer ? (
        <Banner tone="done" role="status">
          {t(`aftersales.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('aftersales.refundsLead')}</p>
      <WorkFilterForm list={href(paths.deskRefunds())} filter={filter} />
      <section className="desk-section work-rows">
        <h2>{t('aftersales.byBank')}</h2>
        {byBank.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('aftersales.byBankNone')} />
        ) : (
          <RefundsByBank rows={byBank.rows} today={today} contact={contact} failure={failure} work={work} />
        )}
        <QueuePages
          list={href(paths.deskRefunds())}
          query={{ ...workQuery(filter), ...(failed.page > 1 ? { further: String(failed.page) } : {}) }}
          page={byBank.page}
          total={byBank.total}
        />
      </section>
      <section className="desk-section work-rows">
        <h2>{t('aftersales.failed')}</h2>
        {failed.rows.length === 0 ? (
          <NothingWaits filter={filter} text={t('aftersales.failedNone')} />
        ) : (
          <FailedRefunds rows={failed.rows} work={work} />
        )}
        <QueuePages
          list={href(paths.deskRefunds())}
          query={{ ...workQuery(filter), ...(byBank.page > 1 ? { page: String(byBank.page) } : {}) }}
          name="further"
          page={failed.page}
          total={failed.total}
        />
      </section>
      {canGive(
        work,
        [...byBank.rows, ...failed.rows].map(({ id }) => id),
      ) ? (
        <GiveManyBox colleagues={work.colleagues} failure={failure} />
      ) : null}
      <section className="desk-section">
        <h2>{t('aftersales.pending')}</h2>
        {pending.rows.length === 0 ? (
          <p className="quiet">{t('aftersales.pendingNone')}</p>
        ) : (
          <PendingRefunds rows={pending.rows} />
        )}
        {pending.total > pending.rows.length ? (
          <p className="quiet">
            {t('claims.oldestShown', { count: pending.rows.length, total: pending.total })}
          </p>
        ) : null}
      </section>
      <QueueKeys canPick={work.colleagues.length > 0} canGive={work.colleagues.length > 0} />
    </>
  )
}
