import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findPublicAddresses, findSitemapParts } from '~/modules/search/find-public-addresses.server'
import { sitemapIndexXml, sitemapXml } from '~/modules/search/sitemap-xml'
import { SitemapSearch } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'

/** The index of the sitemap, and by `?part=` each of its parts: no file of it may name more than 50,000 addresses. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { part } = parseSearch(request, SitemapSearch)
  if (!part) return answer(sitemapIndexXml(publicOrigin(), await findSitemapParts()))
  const addresses = await findPublicAddresses(part)
  if (addresses.length === 0) throw new Response(null, { status: 404 })
  return answer(sitemapXml(publicOrigin(), addresses))
}

function answer(xml: string): Response {
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
