import { beforeAll, describe, expect, it } from 'vitest'
import { type HungPiece, hangPiece, listOf as list, slugsOf } from '../../../tests/fixtures/hung-pieces'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { writeSearchWords } from './write-search-words.server'

let sellerId = ''
const hang = (...piece: HungPiece) => hangPiece(sellerId, ...piece)
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

describe('the pages of a list', () => {
  it.each(['new', 'best', 'price', 'price-down', 'hours'])(
    'a forged place in %s shows a page',
    async (sort) => {
      for (const key of ['0', '1', '999999999999999'])
        await expect(
          slugsOf(`q=结&sort=${sort}&after=${key}_01900000-0000-7000-8000-000000000001`),
        ).resolves.toBeDefined()
      expect(await slugsOf(`sort=${sort}&after=1_x`)).toEqual(await slugsOf(`sort=${sort}`))
    },
  )

  it('pages on without gap or repeat while new pieces are hung', async () => {
    const made: string[] = []
    for (let index = 0; index < 30; index += 1) {
      // pairs share an instant: the id decides between them
      const day = String(1 + Math.floor(index / 2)).padStart(2, '0')
      made.push(
        (
          await hang(`翻页 ${index}`, `2026-05-${day}T08:00:00Z`, {
            priceFen: BigInt(1_000 * (index % 5) + 1_000),
          })
        ).slug,
      )
    }
    for (const sort of ['best', 'new', 'hours', 'price', 'price-down']) {
      const first = await list(`q=翻页&sort=${sort}`)
      expect(first.pieces).toHaveLength(24)
      // before everything else in every order
      const late = await hang('翻页 后来', '2026-06-01', { priceFen: sort === 'price' ? 500n : 9_000n })
      await owner.product.update({ where: { id: late.productId }, data: { makingMinutes: 9_999 } })
      const second = await list(first.next?.slice(1) ?? '')
      expect(second.next).toBeNull()
      const seen = [...first.pieces, ...second.pieces].map((piece) => piece.slug)
      expect(new Set(seen).size).toBe(30)
      expect(seen.toSorted()).toEqual(made.toSorted())
      await owner.product.update({ where: { id: late.productId }, data: { status: 'withdrawn' } })
    }
  })

  it('keeps its order across pages where prices and hours are the same or none, one way and the other', async () => {
    const prices = [2_000n, 2_000n, 2_000n, 3_000n, 5_000n]
    const minutes = [null, null, 600, 60, 0, 600]
    const made: { slug: string; id: string; price: bigint; hours: number }[] = []
    for (let index = 0; index < 54; index += 1) {
      const price = prices[index % prices.length] ?? 0n
      const makingMinutes = minutes[index % minutes.length] ?? null
      const { slug, productId } = await hang(`并列 ${index}`, '2026-05-01', { priceFen: price })
      await owner.product.update({ where: { id: productId }, data: { makingMinutes } })
      made.push({ slug, id: productId, price, hours: makingMinutes ?? 0 })
    }
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    const rising = made.toSorted((a, b) => Number(a.price - b.price) || byId(a, b))
    const wanted = {
      price: rising,
      'price-down': rising.toReversed(),
      hours: made.toSorted((a, b) => b.hours - a.hours || byId(a, b)),
      new: made.toSorted(byId),
    }
    for (const [sort, pieces] of Object.entries(wanted)) {
      const seen: string[] = []
      const sizes: number[] = []
      for (let next: string | null = `q=并列&sort=${sort}`; next !== null; ) {
        const page = await list(next)
        sizes.push(page.pieces.length)
        seen.push(...page.pieces.map(({ slug }) => slug))
        next = page.next?.slice(1) ?? null
      }
      expect([sort, sizes]).toEqual([sort, [24, 24, 6]])
      expect([sort, seen]).toEqual([sort, pieces.map(({ slug }) => slug)])
    }
  })

  describe('turned back', () => {
    const follow = async (start: string | null, way: 'next' | 'previous') => {
      const pages: Awaited<ReturnType<typeof list>>[] = []
      for (let address = start; address !== null; ) {
        const page = await list(address)
        pages.push(page)
        address = page[way]
      }
      return pages
    }
    const shown = (pages: Awaited<ReturnType<typeof follow>>) =>
      pages.map(({ page, pieces }) => ({ page, slugs: pieces.map(({ slug }) => slug) }))

    it('shows the same pages in every order', async () => {
      for (let index = 0; index < 80; index += 1) {
        const { productId } = await hang(`倒回 ${index}`, `2026-05-01T08:${10 + (index % 40)}:00Z`)
        // half of them have the words in their story alone
        if (index % 2 === 0)
          await owner.$transaction((tx) =>
            writeSearchWords(tx, { kind: 'product', id: productId }, { names: ['别的'], others: ['倒回'] }),
          )
      }
      for (const sort of ['best', 'new', 'hours', 'price', 'price-down']) {
        const pages = await follow(`?q=倒回&sort=${sort}`, 'next')
        expect(pages.map(({ page, pieces }) => [page, pieces.length])).toEqual([
          [1, 24],
          [2, 24],
          [3, 24],
          [4, 8],
        ])
        const back = (await follow(pages.at(-1)?.previous ?? null, 'previous')).reverse()
        expect([sort, shown(back)]).toEqual([sort, shown(pages.slice(0, -1))])
        expect(pages[2]?.previous).toMatch(/before=\d+_.+&page=2$/)
        expect(pages[1]?.previous).not.toMatch(/before=|page=/)
      }
    })

    it('leads to all that is left before a page, and to the first when nothing is', async () => {
      const ids = new Map<string, string>()
      for (let index = 0; index < 55; index += 1) {
        const { slug, productId } = await hang(`退页 ${index}`, '2026-05-01')
        ids.set(slug, productId)
      }
      const withdraw = async (slugs: readonly string[]) => {
        const of = slugs.map((slug) => ids.get(slug) ?? '')
        await owner.product.updateMany({ where: { id: { in: of } }, data: { status: 'withdrawn' } })
      }
      const [first, second, third] = shown(await follow('?q=退页&sort=new', 'next'))
      const last = (await follow('?q=退页&sort=new', 'next')).at(-1)
      await withdraw(first?.slugs ?? [])
      await withdraw(second?.slugs.slice(0, 6) ?? [])
      const left = await list(last?.previous ?? '')
      expect(left).toMatchObject({ page: 1, previous: null })
      expect(shown([left])).toEqual([{ page: 1, slugs: second?.slugs.slice(6) }])
      expect((await list(left.next ?? '')).pieces.map(({ slug }) => slug)).toEqual(third?.slugs)
      await withdraw(second?.slugs ?? [])
      const emptied = await list(last?.previous ?? '')
      expect(emptied).toMatchObject({ page: 1, previous: null, next: null })
      expect(emptied.pieces.map(({ slug }) => slug)).toEqual(third?.slugs)
    })
  })
})
