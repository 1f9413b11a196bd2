import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findPocket } from '~/modules/pocket/find-pocket.server'
import { requestLocale } from '~/platform/i18n/locale'

/** What a phone takes along when it meets the shop. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  return json(await findPocket({ actor, locale: requestLocale(request) }), {
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
