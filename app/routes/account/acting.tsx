import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerMandates } from '~/modules/mandates/answer-mandates.server'
import { MandateList } from '~/modules/mandates/components/mandate-list'
import { TermsForm } from '~/modules/mandates/components/terms-form'
import { findEntrustedMandates } from '~/modules/mandates/find-mandates.server'
import { findUsualDays } from '~/modules/mandates/find-usual-days.server'
import { proposeMandate } from '~/modules/mandates/propose-mandate.server'
import { ProposeForm } from '~/modules/mandates/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'

const doneText = {
  proposed: 'mandate.proposed',
  signed: 'mandate.signed',
  proven: 'mandate.proven',
  accepted: 'mandate.accepted',
  revoked: 'mandate.agentRevoked',
} as const
const Query = z.object({
  done: z.enum(['proposed', 'signed', 'proven', 'accepted', 'revoked', '']).catch(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const [mandates, days] = await Promise.all([
    findEntrustedMandates({ actor, locale: requestLocale(request) }),
    findUsualDays(),
  ])
  return { mandates, ...days, ...parseSearch(request, Query) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const form = await readForm(request)
  const page = (done: keyof typeof doneText) => paths.accountActing({ done })
  if (form.get('intent') === 'terms')
    return handleFormData(request, form, ProposeForm, async (terms) => {
      await proposeMandate({ actor, terms })
      return redirect(localPath(requestLocale(request), page('proposed')), 303)
    })
  return answerMandates({ request, form, actor, address: context.clientAddress, page })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('mandate.title'))

export default function AccountActing() {
  const { mandates, today, until, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const sent = said && 'sent' in said ? said.sent : null
  const isLive = mandates.some(({ state }) => state === 'live')
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <header className="page-head">
        <h1>{t('mandate.title')}</h1>
      </header>
      <p className="mb-6">{t('mandate.lead')}</p>
      <Refusal text={refusalText(t, failure)} className="mb-6" />
      {sent || (done && !failure) ? (
        <Banner tone={sent ? 'info' : 'done'} role="status" className="mb-6">
          {sent ? t('mandate.codeSent') : null}
          {!sent && done ? t(doneText[done]) : null}
        </Banner>
      ) : null}
      <h2 className="mb-3 text-title">{t('mandate.entrusted')}</h2>
      {mandates.length === 0 ? <p className="quiet">{t('mandate.none')}</p> : null}
      <MandateList mandates={mandates} side="agent" failure={failure} sentFor={sent?.mandateId ?? null} />
      {isLive ? (
        <p className="my-5">
          <ButtonLink kind="seal" href={href(paths.studioMakers())}>
            {t('mandate.makersTitle')}
          </ButtonLink>
        </p>
      ) : null}
      <TermsForm side="agent" failure={failure} today={today} until={until} />
    </div>
  )
}
