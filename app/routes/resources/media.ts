import type { LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findViewing } from '~/modules/media/find-viewing.server'
import { openPicture } from '~/modules/media/open-picture.server'
import { parsePictureName, pictureTypes } from '~/modules/media/picture-names'

const notThere = () => new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=30' } })

/** How long an answer may be kept, and by whom. */
const kept = {
  public: 'public, max-age=31536000, immutable',
  by_consent: 'private, max-age=30',
  hers: 'private, no-store',
} as const

/**
 * /media/<hash>-<width>.<format>: the name is the content, so it never changes. One that shows a maker at work is asked about again within half a minute: it is gone when she takes her consent back. The
 * front door says nosniff on every answer.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const name = parsePictureName(params.file ?? '')
  const viewing = name ? await findViewing(request, name.hash) : 'none'
  if (!name || viewing === 'none') return notThere()
  const file = await openPicture(name)
  if (!file) return notThere()
  if (request.method === 'HEAD') file.stream.destroy()
  const body = request.method === 'HEAD' ? null : createReadableStreamFromReadable(file.stream)
  return new Response(body, {
    headers: {
      'Content-Type': pictureTypes[name.format],
      'Content-Length': String(file.bytes),
      'Cache-Control': kept[viewing],
    },
  })
}
