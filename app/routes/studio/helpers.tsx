import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActList } from '~/modules/acts/components/act-list'
import { findOwnActs } from '~/modules/acts/find-acts.server'
import { undoAct } from '~/modules/acts/undo-act.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerMandates } from '~/modules/mandates/answer-mandates.server'
import { askAgent } from '~/modules/mandates/ask-agent.server'
import { MandateList } from '~/modules/mandates/components/mandate-list'
import { TermsForm } from '~/modules/mandates/components/terms-form'
import { findOwnMandates } from '~/modules/mandates/find-mandates.server'
import { findUsualDays } from '~/modules/mandates/find-usual-days.server'
import { AskForm } from '~/modules/mandates/schema'
import { paths } from '~/paths'
import { idField } from '~/platform/fields'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

const doneText = {
  asked: 'mandate.askedDone',
  signed: 'mandate.signed',
  proven: 'mandate.provenOwn',
  accepted: 'mandate.accepted',
  revoked: 'mandate.revoked',
  undone: 'mandate.undone',
} as const
const Query = z.object({
  done: z.enum(['asked', 'signed', 'proven', 'accepted', 'revoked', 'undone', '']).catch(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'mandate:own')
  const locale = requestLocale(request)
  const [mandates, acts, days] = await Promise.all([
    findOwnMandates({ actor, locale }),
    findOwnActs({ actor, locale }),
    findUsualDays(),
  ])
  return { mandates, acts, ...days, ...parseSearch(request, Query) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'mandate:own')
  const form = await readForm(request)
  const page = (done: keyof typeof doneText) => paths.studioHelpers({ done })
  const to = (done: keyof typeof doneText) => redirect(localPath(requestLocale(request), page(done)), 303)
  if (form.get('intent') === 'undo')
    return handleFormData(request, form, z.object({ actId: idField }), async ({ actId }) => {
      await undoAct({ actor, actId })
      return to('undone')
    })
  if (form.get('intent') === 'terms')
    return handleFormData(request, form, AskForm, async (terms) => {
      await askAgent({ actor, terms })
      return to('asked')
    })
  return answerMandates({ request, form, actor, address: context.clientAddress, page })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('mandate.helpersTitle'))

export default function StudioHelpers() {
  const { mandates, acts, today, until, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const sent = said && 'sent' in said ? said.sent : null
  return (
    <>
      <h1 className="studio-heading">{t('mandate.helpersTitle')}</h1>
      <p className="studio-lead">{t('mandate.helpersLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {sent || (done && !failure) ? (
        <Banner tone={sent ? 'info' : 'done'} role="status">
          {sent?.shownCode ? t('account.demoCode', { code: sent.shownCode }) : null}
          {sent && !sent.shownCode ? t('mandate.codeSent') : null}
          {!sent && done ? t(doneText[done]) : null}
        </Banner>
      ) : null}
      <section className="studio-section" aria-labelledby="acts">
        <h2 id="acts">{t('mandate.actsTitle')}</h2>
        {acts.length === 0 ? <p className="quiet">{t('mandate.actsNone')}</p> : null}
        <ActList acts={acts} side="maker" />
      </section>
      <section className="studio-section" aria-labelledby="own">
        <h2 id="own">{t('mandate.own')}</h2>
        {mandates.length === 0 ? <p className="quiet">{t('mandate.ownNone')}</p> : null}
        <MandateList mandates={mandates} side="maker" failure={failure} sentFor={sent?.mandateId ?? null} />
        <TermsForm side="maker" failure={failure} today={today} until={until} />
      </section>
    </>
  )
}
