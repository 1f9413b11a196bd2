import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { getCustomsPdf } from '~/modules/customs/get-customs-pdf.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { StudioOrderParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { pdfResponse } from '~/platform/http/pdf-response.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  await limitFiles(request, actor)
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  return pdfResponse(await answer(request, () => getCustomsPdf({ actor, sellerOrderId })))
}
