import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { syncOwnConnectAccount } from '~/modules/purses/sync-own-connect-account.server'
import { PurseParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/**
 * Where the provider's form sends her back, finished or not. It believes nothing in the address: it reads her account again, by the same verb as the
 * provider's event.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'card:write')
  const { purse } = parseParams(params, PurseParams)
  await answer(request, () => syncOwnConnectAccount({ actor, purse }))
  return redirect(localPath(requestLocale(request), paths.studioSettings()))
}
