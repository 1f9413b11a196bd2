import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findMakers, type MakersPage } from './find-makers.server'

beforeAll(buildGround)

/** Pages of makers from one on, one way, to the end. */
async function follow(start: MakersPage, way: 'next' | 'previous'): Promise<MakersPage[]> {
  const to = start[way]
  if (to === null) return [start]
  const page = await findMakers({ craft: null, turn: to === 'first' ? null : to }, 'zh-CN')
  return [start, ...(await follow(page, way))]
}

const shown = (pages: readonly MakersPage[]) =>
  pages.map(({ page, makers }) => ({ page, slugs: makers.map(({ slug }) => slug) }))

describe('pages of makers', () => {
  it('are the same turned back, and the first where nothing is left before one', async () => {
    for (let at = 0; at < 52; at += 1) {
      const { sellerId } = await buildSeller()
      await buildPiece({ sellerId })
      // some opened at the same moment: the id decides between them
      const createdAt = new Date(Date.UTC(2026, 4, 1 + Math.floor(at / 3)))
      await owner.seller.update({ where: { id: sellerId }, data: { createdAt } })
    }
    const pages = await follow(await findMakers({ craft: null, turn: null }, 'zh-CN'), 'next')
    expect(pages.map(({ page, makers }) => [page, makers.length])).toEqual([
      [1, 24],
      [2, 24],
      [3, 4],
    ])
    const last = pages.at(-1)
    if (!last) throw new Error('there is no page')
    expect(shown((await follow(last, 'previous')).reverse())).toEqual(shown(pages))

    const before = pages.slice(0, 2).flatMap(({ makers }) => makers.map(({ slug }) => slug))
    await owner.seller.updateMany({ where: { slug: { in: before } }, data: { status: 'paused' } })
    const [, back] = await follow(last, 'previous')
    expect(back).toMatchObject({ page: 1, previous: null, next: null })
    expect(back && shown([back])).toEqual([{ page: 1, slugs: last.makers.map(({ slug }) => slug) }])
  })

  it('show the first where an address says nothing that can be', async () => {
    const id = '01900000-0000-7000-8000-000000000001'
    for (const key of [0n, 999_999_999_999_999n])
      for (const isBack of [false, true])
        await expect(
          findMakers({ craft: null, turn: { from: { key, id }, isBack, page: 2 } }, 'zh-CN'),
        ).resolves.toBeDefined()
  })
})
