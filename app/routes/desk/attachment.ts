import type { LoaderFunctionArgs } from '@remix-run/node'
import { openAttachment } from '~/modules/attachments/open-attachment.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { AttachmentParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'attachment:open')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { attachmentId } = parseParams(params, AttachmentParams)
  const { bytes, contentType } = await answer(request, () => openAttachment({ actor, attachmentId }))
  const extension = contentType.split('/')[1] ?? 'bin'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="evidence-${attachmentId.slice(0, 8)}.${extension}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
    },
  })
}
