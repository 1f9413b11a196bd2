import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { ConsentSentence } from '~/modules/mandates/components/consent-sentence'
import { PaperForm } from '~/modules/mandates/components/paper-form'
import { findConsentPage } from '~/modules/mandates/find-consent-page.server'
import { handInProof } from '~/modules/mandates/hand-in-proof.server'
import { readPaper } from '~/modules/mandates/read-paper.server'
import { PaperForm as PaperFields } from '~/modules/mandates/schema'
import { VoiceRecorder } from '~/modules/voices/components/voice-recorder'
import { readVoice } from '~/modules/voices/read-voice.server'
import { VoiceForm } from '~/modules/voices/schema'
import { MandateParams, paths } from '~/paths'
import { answer, type FormFailure, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

/** where each side of a mandate finds it again */
const pageOf = {
  agent: () => paths.accountActing({ done: 'proven' }),
  maker: () => paths.studioHelpers({ done: 'proven' }),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { mandateId } = parseParams(params, MandateParams)
  const page = await answer(request, () =>
    findConsentPage({ actor, mandateId, locale: requestLocale(request) }),
  )
  return { mandateId, ...page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { mandateId } = parseParams(params, MandateParams)
  await limitUploads(request, actor)
  const form = await readForm(request)
  const back = (side: 'agent' | 'maker') => redirect(localPath(requestLocale(request), pageOf[side]()), 303)
  if (form.get('intent') === 'paper')
    return handleFormData(request, form, PaperFields, async () => {
      const proof = { means: 'signature', bytes: await readPaper(form) } as const
      return back(await handInProof({ actor, mandateId, proof }))
    })
  return handleFormData(request, form, VoiceForm, async ({ seconds }) => {
    const proof = { means: 'voice', seconds, bytes: await readVoice(form) } as const
    return back(await handInProof({ actor, mandateId, proof }))
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('mandate.consentTitle'))

export default function AccountActingConsent() {
  const { mandateId, proof, isAgent, ...terms } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const navigate = useNavigate()
  const { t, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('mandate.consentTitle')}</h1>
      <p className="studio-lead">{t(isAgent ? 'mandate.consentLead' : 'mandate.consentLeadOwn')}</p>
      <Refusal text={refusalText(t, failure)} />
      {proof ? (
        <Banner tone={proof.refusal === null ? 'info' : 'wait'} role="status">
          {proof.refusal === null
            ? t('mandate.proofWaits')
            : t('mandate.proofRefused', { reason: proof.refusal })}
        </Banner>
      ) : null}
      <ConsentSentence {...terms} />
      <section className="studio-section" aria-labelledby="say">
        <h2 id="say">{t('mandate.sayTitle')}</h2>
        <p>{t('mandate.sayLead')}</p>
        <VoiceRecorder
          to={href(paths.accountConsentSound({ mandateId }))}
          isAgain={proof?.means === 'voice'}
          onKept={() => navigate(href(pageOf[isAgent ? 'agent' : 'maker']()))}
          error={failure?.errors.voice}
        />
      </section>
      <section className="studio-section" aria-labelledby="sign">
        <h2 id="sign">{t('mandate.signTitle')}</h2>
        <p className="mb-4">{t('mandate.signLead')}</p>
        <PaperForm error={failure?.errors.paper} />
      </section>
    </>
  )
}
