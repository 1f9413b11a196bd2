import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getTaxFile } from '~/modules/statements/get-tax-file.server'
import { TaxSearch } from '~/modules/statements/schema'
import { answer, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:own')
  await limitFiles(request, actor)
  const { purse, year } = parseSearch(request, TaxSearch)
  const { name, bytes } = await answer(request, () =>
    getTaxFile({
      actor,
      purse: purse ?? actor.sellerIds[0] ?? 'me',
      year,
      locale: requestLocale(request),
    }),
  )
  return fileResponse(bytes, name, 'xlsx')
}
