import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { openAbsencePaper } from '~/modules/handovers/find-absence.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { HandoverParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

/** The paper that says why an owner cannot give her word. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { handoverId } = parseParams(params, HandoverParams)
  const { bytes, contentType } = await answer(request, () => openAbsencePaper({ actor, handoverId }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `inline; filename="paper-${handoverId.slice(-8)}.${contentType.split('/')[1] ?? 'bin'}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
    },
  })
}
