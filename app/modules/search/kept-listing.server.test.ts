import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { forgetAnswers, trustAnswers } from '~/platform/db/kept-answers'
import { owner } from '../../../tests/fixtures/owner'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findListing } from './find-listing.server'
import { readProductQuery } from './product-query'
import { findShelf } from './shelf.server'

const list = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  findListing(readProductQuery(new URLSearchParams(text)), { locale })

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})
afterEach(() => trustAnswers(false))

async function hang(titleZh: string) {
  const piece = await buildPiece({ sellerId, titleZh })
  await owner.$transaction((tx) => writeSearch(tx, piece.productId))
  return piece
}

describe('a list that is kept', () => {
  const asked = async (text: string) => (await statementsOf(() => list(text))).length

  it('is read once for each page, sorting and language while changes are heard of, and its counts once for all of them', async () => {
    for (let at = 0; at < 25; at += 1) await hang('留着的盒子')
    const after = (await list('q=留着的盒子')).next?.slice(1) ?? ''
    expect(after).toContain('after=')
    trustAnswers(true)
    await vi.waitFor(async () => expect(await findShelf()).not.toBeNull())
    expect(await asked('q=留着的盒子')).toBe(2)
    expect(await asked('q=留着的盒子')).toBe(0)
    expect(await asked(after)).toBe(1)
    for (const other of ['q=留着的盒子&sort=price', 'q=留着的盒子&sort=hours'])
      expect(await asked(other)).toBe(0)
    expect((await list('q=留着的盒子')).pieces).toHaveLength(24)
    expect((await list(after)).pieces).toHaveLength(1)
    expect((await list('q=留着的盒子', 'en')).pieces[0]?.titleLang).toBe('zh-CN')
  })

  it('tells a new price and a piece that is gone as soon as the change is announced', async () => {
    const dear = await hang('会变的盒子')
    const gone = await hang('会变的盒子')
    trustAnswers(true)
    expect((await list('q=会变的盒子')).pieces).toHaveLength(2)
    await owner.product.update({ where: { id: dear.productId }, data: { fromPriceFen: 12_300 } })
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'paused' } })
    forgetAnswers()
    const { pieces, facets } = await list('q=会变的盒子')
    expect(pieces).toMatchObject([{ slug: dear.slug, fromPriceFen: 12_300 }])
    expect(facets.total).toBe(1)
  })
})
