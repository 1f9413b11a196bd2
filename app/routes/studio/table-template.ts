import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getTemplate } from '~/modules/piece-lists/get-template.server'
import { requestLocale } from '~/platform/i18n/locale'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitFiles(request, actor)
  return fileResponse(await getTemplate({ locale: requestLocale(request) }), 'pieces-template', 'xlsx')
}
