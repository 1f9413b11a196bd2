import { beforeAll, describe, expect, it } from 'vitest'
import { loader } from '../../app/routes/resources/sitemap'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'

const origin = 'http://127.0.0.1:3000'
const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const ask = (query: string) =>
  loader({ request: new Request(`${origin}/sitemap.xml${query}`), params: {}, context })

const addressesIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)

let slug = ''
beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  slug = (await buildPiece({ sellerId })).slug
})

describe('the sitemap', () => {
  it('is an index that leads to every part, and each is kept for an hour', async () => {
    const index = await ask('')
    const parts = addressesIn(await index.clone().text())
    expect(parts.map((address) => new URL(address).search)).toEqual([
      '?part=pages-1',
      '?part=makers-1',
      '?part=pieces-1',
    ])
    const read = await Promise.all(parts.map((address) => ask(new URL(address).search)))
    for (const answer of [index, ...read]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600')
    }
    const pages = (await Promise.all(read.map((answer) => answer.text()))).flatMap(addressesIn)
    const paths = pages.map((address) => new URL(address).pathname)
    expect(paths).toEqual(expect.arrayContaining(['/', '/en', `/products/${slug}`, `/en/products/${slug}`]))
  })

  it.each([
    'pieces-2',
    'pieces-0',
    'pieces-01',
    'pieces--1',
    'pieces-1e3',
    'pieces-99999',
    'pieces',
    'drafts-1',
    '',
  ])('has no part %j', async (part) => {
    await expect(ask(`?part=${part}`)).rejects.toMatchObject({ status: 404 })
  })
})
