import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { openReviewVoice } from '~/modules/catalog/open-review-voice.server'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { RevisionParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** What a maker said about a piece that is being reviewed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  const voice = await answer(request, () => openReviewVoice({ actor, revisionId }))
  return voiceResponse(request, voice, 'closed')
}
