import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { fieldsOfPaste } from '~/modules/addresses/fill-from-paste.server'
import { beyondText, pastedText } from '~/modules/addresses/pasted-text'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

/** Whoever opens the address is led to the form. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.checkout()))
}

/** What a pasted text puts into an address form, for the form's own script. Nothing of it is kept. */
export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const text = (await readForm(request)).get('paste')
  const { fields, outcome } = fieldsOfPaste(typeof text === 'string' ? text : '')
  const t = translator(requestLocale(request))
  const beyond = typeof outcome === 'string' ? { code: outcome, text: beyondText(t, outcome) } : null
  return Response.json(
    { fields, said: pastedText(t, outcome), beyond },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}
