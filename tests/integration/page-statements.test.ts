import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '~/platform/env.server'
import { loader as readCraft } from '../../app/routes/shop/craft'
import { loader as readFrame } from '../../app/routes/shop/layout'
import { loader as readPiece } from '../../app/routes/shop/product'
import { loader as readSearch } from '../../app/routes/shop/search'
import { owner } from '../fixtures/owner'
import { statementsOf } from '../fixtures/statements'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'

/** What a page that is not kept asks of the database in all, its frame included, for a stranger in a live shop. */

const most = 4
const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const ask = (path: string, params = {}) => ({
  request: new Request(`http://127.0.0.1${path}`),
  params,
  context,
})
let slug = ''
let gone = ''

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  slug = (await buildPiece({ sellerId })).slug
  const withdrawn = await buildPiece({ sellerId: (await buildSeller()).sellerId })
  await owner.product.update({ where: { id: withdrawn.productId }, data: { status: 'withdrawn' } })
  gone = withdrawn.slug
  env.APP_MODE = 'live'
  // whether sample data is there is asked once a minute
  await readFrame(ask('/'))
  // of searches of an address a process takes some ahead
  await readSearch(ask('/search'))
})
afterAll(() => {
  env.APP_MODE = 'demo'
})

const filters = 'q=盘长&colour=red&made=ready&min=1&sort=price'

it.each([
  ['a list', () => readSearch(ask('/search'))],
  ['a search', () => readSearch(ask(`/search?${filters}`))],
  ['a search that finds nothing', () => readSearch(ask('/search?q=盘常结'))],
  ['a craft', () => readCraft(ask('/crafts/knots', { craft: 'knots' }))],
  ['a search in a craft', () => readCraft(ask(`/crafts/knots?${filters}`, { craft: 'knots' }))],
  ['a piece', () => readPiece(ask(`/products/${slug}`, { slug }))],
  ['a piece in English', () => readPiece(ask(`/en/products/${slug}`, { slug }))],
  ['an address of no piece', () => readPiece(ask('/products/red-konts-lost', { slug: 'red-konts-lost' }))],
  ['an address of nothing', () => readPiece(ask('/products/qwxz', { slug: 'qwxz' }))],
  ['a piece that was taken away', () => readPiece(ask(`/products/${gone}`, { slug: gone }))],
])('%s: at most four statements', async (_, read) => {
  const statements = await statementsOf(() => Promise.all([readFrame(ask('/')), read()]))
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.map(({ text }) => text).slice(most)).toEqual([])
})
