import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findPublicAddresses } from '~/modules/search/find-public-addresses.server'
import { sitemapXml } from '~/modules/search/sitemap-xml'
import { publicOrigin } from '~/platform/http/public-origin.server'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return new Response(sitemapXml(publicOrigin(), await findPublicAddresses()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
