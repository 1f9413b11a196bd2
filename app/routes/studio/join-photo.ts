import type { LoaderFunctionArgs } from '@remix-run/node'
import { openOwnFile } from '~/modules/applications/open-application-file.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AttachmentParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** A picture of her own application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { attachmentId } = parseParams(params, AttachmentParams)
  const { bytes, contentType } = await answer(request, () => openOwnFile({ actor, attachmentId }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, no-store',
    },
  })
}
