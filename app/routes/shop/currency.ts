import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { safeReturn } from '~/modules/auth/safe-return'
import { serializeCurrency } from '~/modules/rates/currency-cookie.server'
import { CurrencyForm } from '~/modules/rates/schema'
import { paths } from '~/paths'
import { handleForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Looking at the address changes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.home()))
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  return handleForm(request, CurrencyForm, async ({ currency, returnTo }) =>
    redirect(localPath(requestLocale(request), safeReturn(returnTo)), {
      status: 303,
      headers: { 'Set-Cookie': serializeCurrency(currency) },
    }),
  )
}
