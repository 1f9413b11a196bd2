import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { safeReturn } from '~/modules/auth/safe-return'
import { paths } from '~/paths'
import { handleForm } from '~/platform/form.server'
import { serializeView } from '~/platform/http/view-cookie.server'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'

const ViewForm = z.object({ view: z.enum(['large', 'plain']), returnTo: z.string().default('/') })

/** Looking at the address changes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return redirect(localPath(requestLocale(request), paths.home()))
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  return handleForm(request, ViewForm, async ({ view, returnTo }) => {
    const to = safeReturn(returnTo)
    const isStudio = withoutLocale(to).startsWith(paths.studio())
    return redirect(localPath(requestLocale(request), to), {
      status: 303,
      headers: { 'Set-Cookie': serializeView(view === 'large', isStudio) },
    })
  })
}
