import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { drawPoster } from '~/modules/posters/draw-poster.server'
import { findPoster } from '~/modules/posters/find-poster.server'
import { PosterParams, paths } from '~/paths'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath } from '~/platform/i18n/locale'

const headers = { 'Cache-Control': 'public, max-age=60' }

/** A piece's poster in one language, as a picture to be saved. Where there is none, the piece's own page says what became of the piece. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { file = '' } = params
  const slug = file.replace(/\.jpg$/, '')
  const locale = new URL(request.url).pathname.startsWith('/posters/en/') ? 'en' : 'zh-CN'
  const poster = PosterParams.safeParse({ locale, file }).success
    ? await findPoster(slug, locale, publicOrigin())
    : null
  const picture = poster && (await drawPoster(poster))
  if (!picture)
    return redirect(localPath(locale, paths.product({ slug: encodeURIComponent(slug) })), { headers })
  return new Response(new Uint8Array(picture), {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'Content-Length': String(picture.length) },
  })
}
