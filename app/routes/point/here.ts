import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Whoever opens the address is led to the studio. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'studio:use')
  return redirect(localPath(requestLocale(request), paths.studio()))
}

/** Somebody still touches the shared device: asking for her is what keeps her session from idling. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'studio:use')
  return new Response(null, { status: 204 })
}
