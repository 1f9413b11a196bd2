import { paths, type SitemapPart } from '~/paths'
import { locales, localPath } from '~/platform/i18n/locale'
import type { PublicAddress } from './find-public-addresses.server'

/** The index of a site's sitemap: where its parts are (https://www.sitemaps.org/protocol.html#index). */
export function sitemapIndexXml(origin: string, parts: readonly SitemapPart[]): string {
  const entries = parts.map(
    (part) => `<sitemap><loc>${escapeXml(origin + paths.sitemapPart(part))}</loc></sitemap>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</sitemapindex>
`
}

/** A part of the sitemap of a site at an origin: every page in both languages, each naming the other (https://www.sitemaps.org, Google's xhtml:link). */
export function sitemapXml(origin: string, addresses: readonly PublicAddress[]): string {
  const entries = addresses.flatMap((address) => locales.map((locale) => entryOf(origin, address, locale)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}

function entryOf(
  origin: string,
  { path, changedOn }: PublicAddress,
  locale: (typeof locales)[number],
): string {
  const alternates = locales.map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${other}" href="${escapeXml(origin + localPath(other, path))}"/>`,
  )
  const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : ''
  return `<url><loc>${escapeXml(origin + localPath(locale, path))}</loc>${changed}${alternates.join('')}</url>`
}

/** Text as it may stand in XML, between tags and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
