import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { shots } from '~/modules/catalog/shots'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { dropUpload } from '~/modules/pocket/drop-upload.server'
import { pieceLimits } from '~/modules/pocket/piece-limits'
import { receivePiece } from '~/modules/pocket/receive-piece.server'
import { paths, UploadParams } from '~/paths'
import { idField } from '~/platform/fields'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'

const PieceQuery = z.object({
  productId: idField,
  shot: z.enum(shots),
  sha256: z.string().regex(/^[\da-f]{64}$/),
  bytes: z.coerce.number().int().min(1).max(pieceLimits.photoBytes),
  start: z.coerce.number().int().min(0).max(pieceLimits.photoBytes),
})

/** Whoever opens the address is led to her pieces. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'listing:write')
  return redirect(localPath(requestLocale(request), paths.studioProducts()))
}

/** Takes in one piece of a photograph from a phone, or hears (DELETE) that it does not come. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  const { uploadId } = parseParams(params, UploadParams)
  if (request.method === 'DELETE') return json(await dropUpload({ actor, uploadId }))
  const { start, ...photograph } = parseSearch(request, PieceQuery)
  const body = new Uint8Array(await request.arrayBuffer())
  return answer(request, async () =>
    json(await receivePiece({ actor, photograph: { uploadId, ...photograph }, start, body })),
  )
}
