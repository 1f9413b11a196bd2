import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { locales, localPath } from '~/platform/i18n/locale'

/** Places that belong to one person, or to the people who work here. */
const closed = [
  paths.cart(),
  paths.checkout(),
  '/destination',
  paths.favourites(),
  paths.findOrder(),
  paths.account(),
  paths.signIn(),
  paths.studio(),
  paths.desk(),
  paths.admin(),
]

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const rules = closed.flatMap((path) => locales.map((locale) => `Disallow: ${localPath(locale, path)}`))
  const text = ['User-agent: *', ...rules, '', `Sitemap: ${publicOrigin()}${paths.sitemap()}`, ''].join('\n')
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
