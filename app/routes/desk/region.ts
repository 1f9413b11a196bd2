import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { deskRegionCookie } from '~/modules/auth/desk-region-cookie'
import { findActors } from '~/modules/auth/find-actor.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { notFound } from '~/platform/errors'
import { idField } from '~/platform/fields'
import { answer, handleForm } from '~/platform/form.server'
import { keepChoice } from '~/platform/http/choice-cookie.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

const RegionForm = z.object({ regionId: idField })

/** Looking at the address changes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'desk:use')
  return redirect(localPath(requestLocale(request), paths.desk()))
}

/** A coordinator goes on in another of her regions; one that she was not given is not found. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'desk:use')
  const actors = await findActors(request)
  return answer(request, () =>
    handleForm(request, RegionForm, async ({ regionId }) => {
      if (!actors.some((one) => one.role === 'coordinator' && one.regionId === regionId)) throw notFound()
      return redirect(localPath(requestLocale(request), paths.desk()), {
        status: 303,
        headers: { 'Set-Cookie': keepChoice(deskRegionCookie, regionId) },
      })
    }),
  )
}
