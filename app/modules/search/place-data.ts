import type { Contact } from '~/modules/settings/contact'
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
  contact,
}: {
  name: string
  description: string
  origin: string
  /** null: nothing is set, nothing is said */
  contact: Contact | null
}): PlainObject {
  const { phone: telephone = null, email = null } = contact ?? {}
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    alternateName: ['陇原巧手', 'Qiaoshou'].filter((other) => other !== name),
    description,
    url: origin,
    logo: `${origin}/favicon.svg`,
    ...(telephone || email
      ? {
          contactPoint: {
            '@type': 'ContactPoint',
            contactType: 'customer service',
            ...(telephone ? { telephone } : {}),
            ...(email ? { email } : {}),
            availableLanguage: ['zh', 'en'],
          },
        }
      : {}),
  }
}
