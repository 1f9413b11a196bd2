import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getSalesFile } from '~/modules/sales/get-sales-file.server'
import { SalesSearch } from '~/modules/sales/schema'
import { SalesFileParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { tableResponse } from '~/platform/table-stream.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'sales:read')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { form } = parseParams(params, SalesFileParams)
  const filter = parseSearch(request, SalesSearch)
  const locale = requestLocale(request)
  const { name, table } = await answer(request, () =>
    getSalesFile({ actor, filter, form, locale, t: translator(locale) }),
  )
  return tableResponse(form, name, table)
}
