import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/modules/auth/end-session.server'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { clearDevice } from '~/modules/points/clear-device.server'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Looking at the address ends nobody's session. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.point()))
}

/** The next person, please: her session ends here and now, and the browser keeps no cookie of hers. */
export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const token = await readSessionToken(request)
  if (token !== null) await endSession({ token })
  const to = localPath(requestLocale(request), paths.point())
  return redirect(to, { status: 303, headers: clearDevice(request) })
}
