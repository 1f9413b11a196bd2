import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { IssuedInvoices, WaitingInvoices } from '~/modules/invoices/components/invoice-tables'
import { findInvoices } from '~/modules/invoices/find-invoices.server'
import { issueInvoice } from '~/modules/invoices/issue-invoice.server'
import { openInvoiceRequest } from '~/modules/invoices/open-invoice-request.server'
import { InvoiceRowForm, InvoicesSearch, IssueForm } from '~/modules/invoices/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
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
  await requireActor(request, 'invoice:issue')
  return { ...(await findInvoices()), ...parseSearch(request, InvoicesSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'invoice:issue')
  const form = await readForm(request)
  if (form.get('intent') === 'open') {
    await requireFreshProof(request, actor, form)
    return handleFormData(request, form, InvoiceRowForm, async ({ orderId }) =>
      json({ opened: { orderId, ...(await openInvoiceRequest({ actor, orderId })) } }),
    )
  }
  return handleFormData(request, form, IssueForm, async ({ amountFen, ...issued }) => {
    await issueInvoice({ actor, ...issued, amountFen: BigInt(amountFen) })
    return redirect(localPath(requestLocale(request), paths.deskInvoices({ said: 'issued' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('invoice.deskTitle'))

export default function DeskInvoices() {
  const { waiting, issued, today, said } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = answer && 'errors' in answer ? answer : null
  const opened = answer && 'opened' in answer ? answer.opened : null
  const isThere = waiting.some(({ orderId }) => orderId === failure?.values.orderId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('invoice.deskTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !answer ? (
        <Banner tone="done" role="status">
          {t(`invoice.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('invoice.deskLead')}</p>
      <section className="desk-section">
        <h2>{t('invoice.waiting')}</h2>
        {waiting.length === 0 ? (
          <p className="quiet">{t('invoice.nothing')}</p>
        ) : (
          <WaitingInvoices rows={waiting} today={today} opened={opened} failure={failure} />
        )}
      </section>
      {issued.length > 0 ? (
        <section className="desk-section">
          <h2>{t('invoice.issuedList')}</h2>
          <IssuedInvoices rows={issued} />
        </section>
      ) : null}
    </>
  )
}
