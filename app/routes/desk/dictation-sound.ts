import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { openDictation } from '~/modules/catalog/get-dictation.server'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { RevisionParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** What a maker said, for the coordinator who types it up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  return voiceResponse(request, await answer(request, () => openDictation({ actor, revisionId })), 'closed')
}
