import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { exportOwnData } from '~/modules/own-data/export-own-data.server'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Whoever opens the address is led to the button. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'account:use')
  return redirect(localPath(requestLocale(request), paths.account()))
}

/** Everything that the shop keeps about her, as a file. A press, not a visit: that it was asked for is written down. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  await limitFiles(request, actor)
  const data = await exportOwnData({ actor })
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="qiaoshou-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
