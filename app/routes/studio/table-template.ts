import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { getTemplate } from '~/modules/piece-lists/get-template.server'
import { requestLocale } from '~/platform/i18n/locale'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'listing:write')
  return fileResponse(await getTemplate({ locale: requestLocale(request) }), 'pieces-template', 'xlsx')
}
