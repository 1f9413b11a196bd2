import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { readProof } from '~/modules/mandates/open-proof.server'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { ProofParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** What a maker said or signed, for the coordinator who has just opened it with a reason. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'mandate:confirm')
  await requireFreshProof(request, actor)
  const { proofId } = parseParams(params, ProofParams)
  return voiceResponse(request, await answer(request, () => readProof({ actor, proofId })), 'closed')
}
