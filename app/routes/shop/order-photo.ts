import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPhoto, photoResponse } from '~/modules/messages/open-photo.server'
import { asOrderHolder } from '~/modules/messages/who'
import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
import { OrderPhotoParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireOrderAccess(request, params)
  const { attachmentId } = parseParams(params, OrderPhotoParams)
  return photoResponse(await answer(request, () => openPhoto({ who: asOrderHolder(access), attachmentId })))
}
