import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getPhotosFile } from '~/modules/piece-lists/get-photos-file.server'
import { getPiecesFile } from '~/modules/piece-lists/get-pieces-file.server'
import { ExportSearch } from '~/modules/piece-lists/schema'
import { PiecesFileParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { tableResponse } from '~/platform/table-stream.server'

/** Her pieces to take along: a table, or their photographs as they are stored. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitFiles(request, actor)
  const { form } = parseParams(params, PiecesFileParams)
  const { seller: sellerId } = parseSearch(request, ExportSearch)
  if (form !== 'zip') {
    const locale = requestLocale(request)
    const table = await answer(request, () => getPiecesFile({ actor, sellerId, locale }))
    return tableResponse(form, 'pieces', table)
  }
  const archive = await answer(request, () => getPhotosFile({ actor, sellerId }))
  const stream = createReadableStreamFromReadable(Readable.from(archive, { objectMode: false }))
  return new Response(stream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="photos.zip"',
      'Cache-Control': 'no-store',
    },
  })
}
