import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getFaultFile } from '~/modules/piece-lists/get-fault-file.server'
import { TableParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitFiles(request, actor)
  const { listId } = parseParams(params, TableParams)
  const t = translator(requestLocale(request))
  const bytes = await answer(request, () => getFaultFile({ actor, listId, t }))
  return fileResponse(bytes, `pieces-to-mend-${listId.slice(0, 8)}`, 'xlsx')
}
