import { expect, it } from 'vitest'
import { pageMeta } from './page-meta'

const origin = 'https://example.org'
const page = { location: { pathname: '/help' } }
const head = {
  title: '帮助 · 陇原巧手',
  description: '怎样寄，怎样退。',
  canonical: `${origin}/help`,
  chinese: `${origin}/help`,
  english: `${origin}/en/help`,
  image: { src: `${origin}/share/knots.jpg`, width: 1200, height: 630 },
}

it('sends a page on with its picture, whose size and kind previews know before they have it', () => {
  const tags = pageMeta(head, page)
  expect(tags.filter((tag) => 'property' in tag && String(tag.property).startsWith('og:image'))).toEqual([
    { property: 'og:image', content: `${origin}/share/knots.jpg` },
    { property: 'og:image:type', content: 'image/jpeg' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
  ])
  expect(tags).toContainEqual({ name: 'twitter:card', content: 'summary_large_image' })
})
