import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { isPocketField } from '~/modules/pocket/pocket-fields'
import { receiveDraft } from '~/modules/pocket/receive-draft.server'
import { paths } from '~/paths'
import { idField } from '~/platform/fields'
import { answer, handleForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/** Text in which values stand by the names of their fields; longer ones are cut by their own rules. */
const valuesField = z
  .string()
  .max(60_000)
  .transform((text, context) => {
    try {
      const read: unknown = JSON.parse(text)
      return read
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().refine(isPocketField), z.string().max(10_000)))

const Brought = z.object({
  draftId: idField,
  sellerId: idField.optional(),
  base: valuesField,
  typed: valuesField,
})

/** Whoever opens the address is led to the page that sends them. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'listing:write')
  return redirect(localPath(requestLocale(request), paths.studioPocket()))
}

/** Takes in a draft from a phone. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const locale = requestLocale(request)
  return answer(request, () =>
    handleForm(request, Brought, async ({ sellerId, ...brought }) =>
      json(await receiveDraft({ actor, locale, sellerId: sellerId ?? null, ...brought })),
    ),
  )
}
