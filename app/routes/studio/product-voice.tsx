import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigate, useRevalidator } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { changeVoice } from '~/modules/catalog/change-voice.server'
import { ConfirmWords } from '~/modules/catalog/components/confirm-words'
import { SaidVoices } from '~/modules/catalog/components/said-voices'
import { StepPage } from '~/modules/catalog/components/step-page'
import { useVersionSeen } from '~/modules/catalog/components/use-version-seen'
import { findTypedUp } from '~/modules/catalog/find-typed-up.server'
import { findArrivedVoices, findVoices } from '~/modules/catalog/find-voice.server'
import { openVoiceStep } from '~/modules/catalog/open-voice-step.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { SendingPhotos } from '~/modules/pocket/components/sending-photos'
import { recordingKeep } from '~/modules/pocket/recording-keep'
import { HearingConsent } from '~/modules/voices/components/hearing-consent'
import { VoiceRecorder } from '~/modules/voices/components/voice-recorder'
import { VoiceQuery } from '~/modules/voices/schema'
import { findVoiceConsent } from '~/modules/voices/voice-consent.server'
import { paths, StudioProductParams } from '~/paths'
import { type FormFailure, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const locale = requestLocale(request)
  const listing = await openVoiceStep({ request, actor, productId, locale })
  const [voices, arrived, consent, typed] = await Promise.all([
    findVoices({ actor, productId, locale }),
    findArrivedVoices({ actor, productId }),
    findVoiceConsent({ actor, locale }),
    findTypedUp({ actor, productId }),
  ])
  const recordingId = crypto.randomUUID()
  const { done } = parseSearch(request, VoiceQuery)
  return json({ productId, ...listing, voices, arrived, consent, typed, done, recordingId })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  const { productId } = parseParams(params, StudioProductParams)
  const form = await readForm(request)
  // what she agrees to is hers alone: nobody acts for her there, and a PIN on a shared device does not reach it
  if (form.get('intent') === 'agree' || form.get('intent') === 'withdraw')
    await requireActor(request, 'consent:own')
  return changeVoice({ request, form, actor, productId })
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('voice.title'))

export default function StudioProductVoice() {
  const { productId, version, lacking, bar, sellerName, voices, arrived, consent, typed, done, recordingId } =
    useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  const failure = useActionData<FormFailure>()
  const navigate = useNavigate()
  const { t, href } = useTranslator()
  const sound = href(paths.studioSound({ productId }))
  const isWritable = version !== null
  const seen = useVersionSeen(version ?? 0)
  const [voice = null] = voices
  return (
    <StepPage
      productId={productId}
      here="words"
      lacking={lacking}
      bar={bar}
      title={t(typed ? 'voice.typedTitle' : 'voice.title')}
      lead={t(typed ? 'voice.typedText' : 'voice.lead')}
    >
      <SendingPhotos productId={productId} onSent={revalidate} />
      <Refusal text={refusalText(t, failure)} className="mb-4" />
      {done && !failure ? (
        <Banner tone="done" role="status" className="mb-5">
          {t(done === 'agreed' || done === 'withdrawn' ? `voice.${done}Done` : `voice.${done}`)}
        </Banner>
      ) : null}
      {typed ? null : <p className="mb-4">{t('voice.how')}</p>}
      <SaidVoices productId={productId} voices={voices} sellerName={sellerName} isHeard={consent.isGiven} />
      {typed && version !== null ? (
        <ConfirmWords words={typed} version={seen} failure={failure ?? null} />
      ) : null}
      {isWritable ? (
        <VoiceRecorder
          key={voice?.id}
          to={sound}
          isAgain={voice !== null}
          keep={recordingKeep(productId, arrived)}
          onKept={() => navigate('?done=kept', { replace: true })}
          error={failure?.errors.voice}
          fileId={recordingId}
        />
      ) : null}
      {voice?.isHers ? (
        <HearingConsent
          consent={consent}
          error={failure?.errors.voiceTextId}
          ticked={failure?.values.voiceTextId}
        />
      ) : null}
      {voice && !voice.isHers ? <p className="quiet">{t('voice.onlyHer')}</p> : null}
      <div className="studio-foot">
        <ButtonLink
          kind={voice && !typed && isWritable ? 'seal' : 'line'}
          size={68}
          wide
          href={href(isWritable ? paths.studioWords({ productId }) : paths.studioProduct({ productId }))}
        >
          {t(voice && isWritable ? 'voice.next' : 'voice.backToWords')}
        </ButtonLink>
      </div>
    </StepPage>
  )
}
