import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getReturnFile } from '~/modules/returns/get-return-file.server'
import { ReturnFileParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  await limitFiles(request, actor)
  const { month, place, form } = parseParams(params, ReturnFileParams)
  const locale = requestLocale(request)
  const { name, bytes } = await answer(request, () =>
    getReturnFile({ actor, month: `${month}-01`, code: place, form, locale, t: translator(locale) }),
  )
  return fileResponse(bytes, name, form)
}
