import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { hearVoice } from '~/modules/voices/hear-voice.server'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { VoiceParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** What buyers may hear of a maker: asked anew within half a minute. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { voiceId } = parseParams(params, VoiceParams)
  return voiceResponse(request, await answer(request, () => hearVoice({ voiceId })), 'shop')
}
