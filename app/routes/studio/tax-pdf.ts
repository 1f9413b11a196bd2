import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getTaxPdf } from '~/modules/statements/get-tax-pdf.server'
import { TaxSearch } from '~/modules/statements/schema'
import { answer, parseSearch } from '~/platform/form.server'
import { pdfResponse } from '~/platform/http/pdf-response.server'
import { requestLocale } from '~/platform/i18n/locale'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:own')
  await limitFiles(request, actor)
  const { purse, year, print } = parseSearch(request, TaxSearch)
  return pdfResponse(
    await answer(request, () =>
      getTaxPdf({
        actor,
        purse: purse ?? actor.sellerIds[0] ?? 'me',
        year,
        locale: requestLocale(request),
        isLarge: print === 'large',
      }),
    ),
  )
}
