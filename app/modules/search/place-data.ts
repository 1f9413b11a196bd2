import type { PlainObject } from '~/platform/http/as-is'

/** A place on the way to a page: its words, its absolute address. */
type Step = { name: string; address: string }

/** The way to a page as schema.org/BreadcrumbList, for search engines: the first page, what lies between, the page itself. */
export function breadcrumbData(trail: readonly Step[]): PlainObject {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: address,
    })),
  }
}

/** Whose shop this is, as schema.org/Organization. `origin` as in publicOrigin. */
export function houseData({
  name,
  description,
  origin,
}: {
  name: string
  description: string
  origin: string
}): PlainObject {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    alternateName: ['陇原巧手', 'Qiaoshou'].filter((other) => other !== name),
    description,
    url: origin,
    logo: `${origin}/favicon.svg`,
  }
}
