import type { MetaDescriptor } from '@remix-run/node'
import type { PlainObject } from '~/platform/http/as-is'
import { problemTitle } from '~/platform/http/problem-title'
import { localeOf } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { Instead } from './find-instead.server'
import type { PageHead } from './page-head.server'

type MetaOptions = {
  /** pages that are no use in a search engine: filtered lists, the basket */
  isHidden?: boolean
  /** structured data, as schema.org knows it */
  data?: readonly PlainObject[]
}

/** The tags of a page's head; of none (an error page) its title and that it is not to be listed. */
export function pageMeta(
  head: PageHead | undefined,
  page: { location: { pathname: string }; error?: unknown },
  { isHidden = false, data = [] }: MetaOptions = {},
): MetaDescriptor[] {
  if (!head) {
    const title = problemTitle({ error: page.error, pathname: page.location.pathname })
    return [{ title }, { name: 'robots', content: 'noindex' }]
  }
  const language = localeOf(new URL(head.canonical).pathname)
  const tags: MetaDescriptor[] = [
    { title: head.title },
    { name: 'description', content: head.description },
    { tagName: 'link', rel: 'canonical', href: head.canonical },
    { tagName: 'link', rel: 'alternate', hrefLang: 'zh-CN', href: head.chinese },
    { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: head.english },
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: head.chinese },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: translator(language)('common.brand') },
    { property: 'og:title', content: head.title },
    { property: 'og:description', content: head.description },
    { property: 'og:url', content: head.canonical },
    { property: 'og:locale', content: language === 'en' ? 'en_GB' : 'zh_CN' },
    { property: 'og:image', content: head.image.src },
    { property: 'og:image:type', content: 'image/jpeg' },
    { property: 'og:image:width', content: String(head.image.width) },
    { property: 'og:image:height', content: String(head.image.height) },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
  if (isHidden) tags.push({ name: 'robots', content: 'noindex' })
  return [...tags, ...data.map((one) => ({ 'script:ld+json': one }))]
}

/** The tags of a page that stands in place of a piece's. */
export function missingMeta(pathname: string, { gone }: Instead): MetaDescriptor[] {
  const t = translator(localeOf(pathname))
  const title = gone ? t('shop.goneTitle', { title: gone.title }) : t('shop.missingTitle')
  return [{ title: `${title} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}
