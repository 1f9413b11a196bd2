import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { openReportEvidence } from '~/modules/reports/open-report.server'
import { ReportEvidenceParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const which = parseParams(params, ReportEvidenceParams)
  const { bytes, contentType } = await answer(request, () => openReportEvidence({ actor, ...which }))
  const name = `report-${which.attachmentId.slice(0, 8)}.${contentType.split('/')[1] ?? 'bin'}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
    },
  })
}
