import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findPocket } from '~/modules/pocket/find-pocket.server'
import type { PocketContents } from '~/modules/pocket/pocket-view'
import { findSealKey } from '~/modules/points/find-seal-key.server'
import { requestLocale } from '~/platform/i18n/locale'

/** What a phone takes along when it meets the shop. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const [pocket, seal] = await Promise.all([
    findPocket({ actor, locale: requestLocale(request) }),
    findSealKey({ request, userId: actor.userId }),
  ])
  return json({ ...pocket, seal } satisfies PocketContents, {
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
