import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { openPhoto, photoResponse } from '~/modules/messages/open-photo.server'
import { asSeller } from '~/modules/messages/who'
import { AttachmentParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  const { attachmentId } = parseParams(params, AttachmentParams)
  return photoResponse(await answer(request, () => openPhoto({ who: asSeller(actor), attachmentId })))
}
