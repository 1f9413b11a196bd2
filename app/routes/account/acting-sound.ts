import { type ActionFunctionArgs, json } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { handInProof } from '~/modules/mandates/hand-in-proof.server'
import { readVoice } from '~/modules/voices/read-voice.server'
import { VoiceForm } from '~/modules/voices/schema'
import { MandateParams } from '~/paths'
import { handleFormData, parseParams, readForm } from '~/platform/form.server'

/** Takes in what a maker said from the page, which keeps it until the answer is there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { mandateId } = parseParams(params, MandateParams)
  await limitUploads(request, actor)
  const form = await readForm(request)
  return handleFormData(request, form, VoiceForm, async ({ seconds }) => {
    await handInProof({ actor, mandateId, proof: { means: 'voice', seconds, bytes: await readVoice(form) } })
    return json({ kept: true })
  })
}
