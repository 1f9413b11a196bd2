import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findShopPieces, type ShopPieces } from './find-seller-pieces.server'
import type { Turn } from './product-query'

let sellerSlug = ''
const ids = new Map<string, string>()

beforeAll(async () => {
  await buildGround()
  const { sellerId, slug } = await buildSeller()
  sellerSlug = slug
  for (let at = 0; at < 60; at += 1) {
    const { productId, slug: piece } = await buildPiece({ sellerId })
    // some were hung at the same moment: the id decides between them
    const publishedAt = new Date(Date.UTC(2026, 4, 1 + Math.floor(at / 3)))
    await owner.product.update({ where: { id: productId }, data: { publishedAt } })
    ids.set(piece, productId)
  }
  await buildPiece({ sellerId: (await buildSeller()).sellerId })
})

const pageAt = (turn: Turn | null) => findShopPieces({ sellerSlug, locale: 'zh-CN', turn })

/** Pages of the shop from one on, one way, to the end. */
async function follow(start: ShopPieces, way: 'next' | 'previous'): Promise<ShopPieces[]> {
  const to = start[way]
  if (to === null) return [start]
  return [start, ...(await follow(await pageAt(to === 'first' ? null : to), way))]
}

const shown = (pages: readonly ShopPieces[]) =>
  pages.map(({ page, pieces }) => ({ page, slugs: pieces.map(({ slug }) => slug) }))

describe('pages of a shop’s pieces', () => {
  it('show each piece once, the newest first, and the same turned back, also while it rests', async () => {
    const pages = await follow(await pageAt(null), 'next')
    const newestFirst = await owner.product.findMany({
      where: { seller: { slug: sellerSlug } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
      select: { slug: true },
    })
    expect(shown(pages).map(({ page, slugs }) => [page, slugs.length])).toEqual([
      [1, 24],
      [2, 24],
      [3, 12],
    ])
    expect(shown(pages).flatMap(({ slugs }) => slugs)).toEqual(newestFirst.map(({ slug }) => slug))
    const last = pages.at(-1)
    if (!last) throw new Error('there is no page')
    expect(shown((await follow(last, 'previous')).reverse())).toEqual(shown(pages))
    await owner.seller.update({ where: { slug: sellerSlug }, data: { status: 'paused' } })
    expect(shown(await follow(await pageAt(null), 'next'))).toEqual(shown(pages))
    await owner.seller.update({ where: { slug: sellerSlug }, data: { status: 'active' } })
  })

  it('show the first where nothing is left behind or before one, whatever an address says', async () => {
    const first = await pageAt(null)
    const id = '01900000-0000-7000-8000-000000000001'
    for (const [key, isBack] of [
      [0n, false],
      [999_999_999_999_999n, true],
    ] as const)
      expect(await pageAt({ from: { key, id }, isBack, page: 7 })).toEqual(first)
    for (const [key, isBack] of [
      [0n, true],
      [999_999_999_999_999n, false],
    ] as const)
      expect((await pageAt({ from: { key, id }, isBack, page: 7 })).pieces).toHaveLength(24)
  })

  it('lead back to all that is left before one, and to the first when nothing is', async () => {
    const pages = await follow(await pageAt(null), 'next')
    const last = pages.at(-1)
    const before = shown(pages.slice(0, 2)).flatMap(({ slugs }) => slugs.map((slug) => ids.get(slug) ?? ''))
    await owner.product.updateMany({ where: { id: { in: before } }, data: { status: 'withdrawn' } })
    const back = last?.previous
    if (!back || back === 'first') throw new Error('nothing is before the third page')
    const left = await pageAt(back)
    expect(left).toMatchObject({ page: 1, previous: null, next: null })
    expect(shown([left])).toEqual([{ page: 1, slugs: last.pieces.map(({ slug }) => slug) }])
  })
})
