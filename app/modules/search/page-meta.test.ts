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
  image: null,
}

it('sends a page without a picture on with the mark of the shop, which is no wide picture', () => {
  const tags = pageMeta(head, page)
  expect(tags).toContainEqual({ property: 'og:image', content: `${origin}/icons/studio-maskable.png` })
  expect(tags).toContainEqual({ name: 'twitter:card', content: 'summary' })
})

it('sends a page on with its own picture, and no other', () => {
  const image = `${origin}/media/a-1280.jpg`
  const tags = pageMeta({ ...head, image }, page)
  expect(tags.filter((tag) => 'property' in tag && tag.property === 'og:image')).toEqual([
    { property: 'og:image', content: image },
  ])
  expect(tags).toContainEqual({ name: 'twitter:card', content: 'summary_large_image' })
})
