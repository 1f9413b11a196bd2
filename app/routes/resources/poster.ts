import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { drawPoster } from '~/modules/posters/draw-poster.server'
import { findPoster } from '~/modules/posters/find-poster.server'
import { PosterParams } from '~/paths'
import { parseParams } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'

/** A piece's poster in one language, as a picture to be saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { locale, file } = parseParams(params, PosterParams)
  const poster = await findPoster(file.replace(/\.jpg$/, ''), locale, publicOrigin())
  const picture = poster && (await drawPoster(poster))
  if (!picture) return new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=60' } })
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(picture.length),
      'Cache-Control': 'public, max-age=60',
    },
  })
}
