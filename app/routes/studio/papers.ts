import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getPapersPdf } from '~/modules/packing/get-papers-pdf.server'
import { readPapersQuery } from '~/modules/packing/schema'
import { paths } from '~/paths'
import { answer } from '~/platform/form.server'
import { pdfResponse } from '~/platform/http/pdf-response.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  await limitFiles(request, actor)
  const { kind, parts, isBase } = readPapersQuery(new URL(request.url))
  if (parts.length === 0)
    return redirect(
      localPath(
        requestLocale(request),
        isBase ? paths.studioCollection() : `${paths.studioOrders()}?print=none#print`,
      ),
    )
  return pdfResponse(await answer(request, () => getPapersPdf({ actor, kind, sellerOrderIds: parts })))
}
