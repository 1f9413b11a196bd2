import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { openOrderLink } from '~/modules/orders/open-order-link.server'
import { OrderLinkParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { number, secret } = parseParams(params, OrderLinkParams)
  const cookie = await answer(request, () => openOrderLink({ number, secret }))
  return redirect(localPath(requestLocale(request), paths.order({ number })), {
    headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })
}
