import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getReportFile } from '~/modules/platform-reports/get-report-file.server'
import { FileSearch } from '~/modules/platform-reports/schema'
import { PlatformReportParams } from '~/paths'
import { Refusal } from '~/platform/errors'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { tableResponse } from '~/platform/table-stream.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'platform:report')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { reportId } = parseParams(params, PlatformReportParams)
  const { reason } = parseSearch(request, FileSearch)
  const t = translator(requestLocale(request))
  const { name, table } = await answer(request, () => {
    if (reason === '') throw new Refusal('platformReport.fileReasonMissing', 422)
    return getReportFile({ actor, reportId, reason, t })
  })
  return tableResponse('xlsx', name, table)
}
