import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { getIncomeFile } from '~/modules/incomes/get-income-file.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { MonthFileParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { month, form } = parseParams(params, MonthFileParams)
  const locale = requestLocale(request)
  const { name, bytes } = await answer(request, () =>
    getIncomeFile({ actor, month: `${month}-01`, form, locale, t: translator(locale) }),
  )
  return fileResponse(bytes, name, form)
}
