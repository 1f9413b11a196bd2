import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { openOwnVoice } from '~/modules/catalog/find-voice.server'
import { recordVoice } from '~/modules/catalog/record-voice.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { readVoice } from '~/modules/voices/read-voice.server'
import { BroughtVoiceForm, SoundQuery } from '~/modules/voices/schema'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { StudioProductParams } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'

/** What she said, to be listened to again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const { voice: voiceId } = parseSearch(request, SoundQuery)
  return voiceResponse(
    request,
    await answer(request, () => openOwnVoice({ actor, productId, voiceId })),
    'closed',
  )
}

/** Takes a recording in from the page, which keeps it until the answer is there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  const { productId } = parseParams(params, StudioProductParams)
  const form = await readForm(request)
  return handleFormData(request, form, BroughtVoiceForm, async ({ seconds, recordingId, over }) => {
    const brought = recordingId ? { brought: { id: recordingId, over: over ?? null } } : {}
    await recordVoice({ actor, productId, seconds, bytes: await readVoice(form), ...brought })
    return json({ kept: true })
  })
}
