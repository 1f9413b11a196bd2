import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { photoResponse } from '~/modules/messages/open-photo.server'
import { openReportedPhoto } from '~/modules/messages/open-reported.server'
import { ReportEvidenceParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  await requireFreshProof(request, actor)
  const which = parseParams(params, ReportEvidenceParams)
  return photoResponse(await answer(request, () => openReportedPhoto({ actor, ...which })))
}
