import type { LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { openPicture } from '~/modules/media/open-picture.server'
import { parsePictureName, pictureTypes } from '~/modules/media/picture-names'

/** /media/<hash>-<width>.<format>: the name is the content, so it never changes. The front door says nosniff on every answer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const name = parsePictureName(params.file ?? '')
  const file = name && (await openPicture(name))
  if (!file) {
    return new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=60' } })
  }
  if (request.method === 'HEAD') file.stream.destroy()
  const body = request.method === 'HEAD' ? null : createReadableStreamFromReadable(file.stream)
  return new Response(body, {
    headers: {
      'Content-Type': pictureTypes[name.format],
      'Content-Length': String(file.bytes),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
