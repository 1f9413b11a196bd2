import { beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../app/platform/i18n/locale'
import { loader } from '../../app/routes/resources/poster'
import { buildGround } from '../fixtures/world'
import { findRoutes } from './route-table'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }

async function ask(locale: string, file: string): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3000/posters/${locale}/${file}`)
  return loader({ request, params: { file }, context })
}

beforeAll(buildGround)

describe('a poster that is not there', () => {
  it.each([
    ['zh-CN', 'no-such-piece.jpg', '/products/no-such-piece'],
    ['en', 'no-such-piece.jpg', '/en/products/no-such-piece'],
    ['zh-CN', '盘长结.png', '/products/%E7%9B%98%E9%95%BF%E7%BB%93.png'],
    ['en', '..%2F..%2Fadmin', '/en/products/..%252F..%252Fadmin'],
  ])('%s %s leads to the page of the piece, which says what became of it', async (locale, file, page) => {
    const answer = await ask(locale, file)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(page)
  })

  it('has an address in each language, and no other', () => {
    const posters = findRoutes().filter(({ file }) => file === 'routes/resources/poster.ts')
    expect(posters.map(({ path }) => path)).toEqual(locales.map((locale) => `posters/${locale}/:file`))
  })
})
