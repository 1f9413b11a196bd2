import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getStatementPdf } from '~/modules/statements/get-statement-pdf.server'
import { StatementSearch } from '~/modules/statements/schema'
import { DeskStatementParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { pdfResponse } from '~/platform/http/pdf-response.server'
import { requestLocale } from '~/platform/i18n/locale'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:read')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { sellerId, month } = parseParams(params, DeskStatementParams)
  const { print } = parseSearch(request, StatementSearch)
  return pdfResponse(
    await answer(request, () =>
      getStatementPdf({
        actor,
        purse: sellerId,
        month: `${month}-01`,
        locale: requestLocale(request),
        isLarge: print === 'large',
      }),
    ),
  )
}
