import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getErrorFile } from '~/modules/register/get-error-file.server'
import { ImportParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { tableResponse } from '~/platform/table-stream.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { importId } = parseParams(params, ImportParams)
  const t = translator(requestLocale(request))
  const { name, table } = await answer(request, () => getErrorFile({ actor, importId, t }))
  return tableResponse('xlsx', name, table)
}
