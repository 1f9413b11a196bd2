import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/modules/auth/end-session.server'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { leaveBrowser } from '~/modules/orders/leave-browser.server'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Looking at the address signs nobody out. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.home()))
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const token = await readSessionToken(request)
  const userId = token === null ? null : await endSession({ token })
  const headers = await leaveBrowser({ request, userId })
  return redirect(localPath(requestLocale(request), paths.home()), { headers })
}
