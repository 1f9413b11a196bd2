import type { LoaderFunctionArgs } from '@remix-run/node'
import { openApplicationFile } from '~/modules/applications/open-application-file.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { ApplicationFileParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** A picture of an application, to look at beside its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const which = parseParams(params, ApplicationFileParams)
  const { bytes, contentType } = await answer(request, () => openApplicationFile({ actor, ...which }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `inline; filename="application-${which.attachmentId.slice(0, 8)}.${contentType.split('/')[1] ?? 'bin'}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
    },
  })
}
