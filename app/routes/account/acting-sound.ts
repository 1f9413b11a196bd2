import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { handInProof } from '~/modules/mandates/hand-in-proof.server'
import { readVoice } from '~/modules/voices/read-voice.server'
import { VoiceForm } from '~/modules/voices/schema'
import { MandateParams, paths } from '~/paths'
import { handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Whoever opens the address is led to the page that records. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'account:use')
  const { mandateId } = parseParams(params, MandateParams)
  return redirect(localPath(requestLocale(request), paths.accountConsent({ mandateId })))
}

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
