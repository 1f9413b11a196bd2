import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { openPhoto, photoResponse } from '~/modules/messages/open-photo.server'
import { asBuyer } from '~/modules/messages/who'
import { AttachmentParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { attachmentId } = parseParams(params, AttachmentParams)
  return photoResponse(await answer(request, () => openPhoto({ who: asBuyer(actor), attachmentId })))
}
