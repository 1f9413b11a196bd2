import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { keepDraft } from '~/modules/checkout/checkout-draft.server'
import { paths } from '~/paths'
import { readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Whoever opens the address is led to the form. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.checkout()))
}

/** Keeps in her own browser what she is typing into the checkout, for the form's own script. */
export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const cookie of await keepDraft(await readForm(request), await findActor(request)))
    headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 204, headers })
}
