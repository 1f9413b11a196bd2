import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findPiecePage } from '~/modules/cart/find-piece-page.server'
import { forgetAnswers, trustAnswers } from '~/platform/db/kept-answers'
import { hangPieces } from '../../../tests/fixtures/many-pieces'
import { owner } from '../../../tests/fixtures/owner'
import { statementsOf } from '../../../tests/fixtures/statements'
import { findListing, type Listing } from './find-listing.server'
import { findWorded } from './find-worded.server'
import { readProductQuery } from './product-query'
import { findShelf } from './shelf.server'
import { searchQuery } from './tokens'

beforeAll(async () => {
  await hangPieces(3_000)
  await owner.$executeRaw`
    UPDATE "Product" SET "colourCodes" = "colourCodes" || '{pink}' WHERE right(slug, 2) < '30'`
  await owner.$executeRaw`UPDATE "Product" SET "fromPriceFen" = 6800 WHERE right(slug, 2) < '20'`
  await owner.$executeRaw`
    UPDATE "Product" SET "fromPriceFen" = (ARRAY[4999, 5000, 5001, 10000, 20000, 50000])[1 + right(slug, 2)::int - 40] WHERE right(slug, 2) BETWEEN '40' AND '45'`
  const [craft] = await owner.craft.findMany({ where: { code: 'craft-2' } })
  await owner.blockedGoods.create({
    data: { craftId: craft?.id, reasonZh: '禁', reasonEn: 'No', validFrom: new Date('2020-01-01') },
  })
}, 60_000)
afterEach(() => trustAnswers(false))

const list = (text: string, withinCraft: string | null = null) =>
  findListing(readProductQuery(new URLSearchParams(text)), { locale: 'zh-CN', withinCraft })

async function fill(): Promise<void> {
  trustAnswers(true)
  await vi.waitFor(async () => expect(await findShelf()).not.toBeNull(), 10_000)
}

const filters = [
  '',
  'colour=red',
  'colour=red&colour=pink&craft=craft-1',
  'craft=craft-1&place=620123&made=ready&colour=red&abroad=yes&min=20&max=500',
  'place=6201&place=620123&made=7&made=30',
  'place=620121100&abroad=yes',
  'place=999999',
  'min=68&max=68',
  'min=900',
  'max=1',
  'max=50&colour=red',
  'min=50&max=100&craft=craft-1&colour=red',
  'min=500&made=ready',
  'craft=craft-1&colour=red&max=1',
  'craft=craft-2&abroad=yes',
  'occasion=wedding&material=silk&one=yes',
]
const words = ['', 'q=盘长', 'q=孔雀', 'q=扎染', 'q=盘常结', 'q=甘肃', 'q=zgj', 'q=ZGJ-000123', 'q=没有的']
const sorts = ['best', 'new', 'price', 'price-down', 'hours']

/** What three pages of a list show, the first with its counts; and those that one comes back to from the last. */
async function readList(text: string, withinCraft: string | null): Promise<unknown[]> {
  const pages: Pick<Listing, 'pieces' | 'page' | 'next' | 'previous'>[] = []
  const { facets, instead, near, ...first } = await list(text, withinCraft)
  for (let page = first; pages.push(page) < 3 && page.next; )
    page = await list(page.next.slice(1), withinCraft)
  for (let back = pages.at(-1)?.previous ?? null; back !== null; back = pages.at(-1)?.previous ?? null)
    pages.push(await list(back.slice(1), withinCraft))
  return [
    facets,
    instead,
    near,
    ...pages.map(({ pieces, page, next, previous }) => ({
      slugs: pieces.map(({ slug }) => slug),
      page,
      next,
      previous,
    })),
  ]
}

describe('a list chosen from what the process has of all pieces', () => {
  const lists = [
    ...filters.flatMap((filter) => words.map((word) => `${word}&${filter}`)),
    ...sorts.flatMap((sort) => ['', 'q=盘长&', 'colour=red&'].map((rest) => `${rest}sort=${sort}`)),
  ]

  it('is the one that the database chooses', async () => {
    const read = async () => {
      const found = new Map<string, unknown>()
      for (const text of lists) found.set(text, await readList(text, null))
      for (const text of filters) found.set(`in a craft ${text}`, await readList(text, 'craft-3'))
      return found
    }
    const chosen = await read()
    await fill()
    for (const [text, found] of await read()) expect(found, text).toEqual(chosen.get(text))
  }, 120_000)

  it('offers the list without its price, counted to the piece up to a thousand, whoever counts', async () => {
    const offered = async (text: string) => {
      const { facets, filter } = await list(text)
      return [facets.total, filter.waysOut.map(({ kind, count, search }) => ({ kind, count, search }))]
    }
    const read = async () => [await offered('max=1'), await offered('q=盘长&craft=craft-1&max=1&sort=price')]
    const chosen = await read()
    const [craft] = await owner.$queryRaw<{ pieces: number }[]>`
      SELECT count(*)::int AS pieces FROM "SearchEntry" WHERE "isShown" AND facets @> '{craft:craft-1}'`
    expect(craft?.pieces).toBeLessThanOrEqual(1_000)
    expect(chosen).toEqual([
      [0, [{ kind: 'price', count: 1_001, search: '' }]],
      [
        0,
        [
          {
            kind: 'price',
            count: craft?.pieces,
            search: `?${new URLSearchParams({ q: '盘长', craft: 'craft-1', sort: 'price' })}`,
          },
        ],
      ],
    ])
    await fill()
    expect(await read()).toEqual(chosen)
  })

  it('offers prices, each counted with every other answer and without the price that was chosen', async () => {
    const truth = await owner.$queryRaw<{ count: number }[]>`
      SELECT (SELECT least(count(*), 1001)::int FROM "SearchEntry" e WHERE e."isShown" AND e.facets @> '{colour:red}' AND e."fromPriceFen" BETWEEN low AND high) AS count
      FROM (VALUES (0, 5000), (5000, 10000), (10000, 20000), (20000, 50000), (50000, 999999)) bounds(low, high) ORDER BY low`
    const offered = async (text: string) => (await list(text)).filter.bands.map(({ count }) => count)
    const texts = ['colour=red', 'colour=red&min=50&max=100', 'colour=red&min=1&max=2&sort=price']
    for (const text of texts) expect(await offered(text), text).toEqual(truth.map(({ count }) => count))
    await fill()
    for (const text of texts) expect(await offered(text), text).toEqual(truth.map(({ count }) => count))
  })

  it('is told of every change as soon as it is announced', async () => {
    await fill()
    const page = await list('sort=price&colour=red')
    const [sold = '', dearer = '', gone = ''] = page.pieces.map(({ slug }) => slug)
    await owner.product.update({ where: { slug: sold }, data: { status: 'paused' } })
    await owner.product.update({ where: { slug: dearer }, data: { fromPriceFen: 99_999_900 } })
    await owner.product.update({ where: { slug: gone }, data: { colourCodes: ['blue'] } })
    forgetAnswers()
    const found = await readList('sort=price&colour=red', null)
    trustAnswers(false)
    expect(found).toEqual(await readList('sort=price&colour=red', null))
    await fill()
    expect(found).toEqual(await readList('sort=price&colour=red', null))
    expect(JSON.stringify(found[3])).not.toContain(sold)
  })

  it('finds no words by what was told before a change and came after it', async () => {
    await fill()
    const before = await findShelf()
    forgetAnswers()
    if (before) await findWorded(before, searchQuery('孔雀') ?? '', { words: null, names: null, named: null })
    expect((await list('q=孔雀')).facets.total).toBeGreaterThan(0)
  })

  it('notices an entry that was deleted, which no revision tells', async () => {
    await fill()
    const [first] = (await list('sort=new')).pieces
    await owner.$executeRaw`DELETE FROM "SearchEntry" WHERE id = (SELECT id FROM "Product" WHERE slug = ${first?.slug ?? ''})`
    forgetAnswers()
    expect((await list('sort=new')).pieces.map(({ slug }) => slug)).not.toContain(first?.slug)
  })

  it('asks at most four statements, and no more than what is shown once it knows of all changes', async () => {
    await fill()
    const asked = async (text: string) => (await statementsOf(() => list(text))).length
    forgetAnswers()
    expect(await asked('colour=red&sort=price')).toBe(2)
    expect(await asked('colour=red&sort=price')).toBe(0)
    expect(await asked('colour=red&sort=price&max=40')).toBeLessThanOrEqual(1)
    expect(await asked('q=盘长&colour=white')).toBe(2)
    expect(await asked('q=盘长&colour=blue')).toBeLessThanOrEqual(1)
    forgetAnswers()
    expect(await asked('q=孔鹊羽')).toBeLessThanOrEqual(4)
  })
})

describe('what stands beside a piece', () => {
  const beside = async (slug: string) => {
    const request = new Request(`http://127.0.0.1/products/${slug}`)
    const page = await findPiecePage({
      request,
      slug,
      visitor: { userId: null, tokens: [] },
      locale: 'zh-CN',
    })
    return { more: page?.more.map((piece) => piece.slug), similar: page?.similar.map((piece) => piece.slug) }
  }
  const slugs = ['000007', '000500', '001234', '002000', '002998']

  it('is the same from the process and from the database', async () => {
    const chosen = []
    for (const slug of slugs) chosen.push(await beside(slug))
    await fill()
    const found = []
    for (const slug of slugs) found.push(await beside(slug))
    expect(found).toEqual(chosen)
  })

  it('never leads with a picture beside the same one, also after its pictures were moved or withheld', async () => {
    await fill()
    const { similar } = await beside('001234')
    const [first = ''] = similar ?? []
    const leads = async (slug: string) =>
      (await owner.productMedia.findFirst({ where: { product: { slug } }, orderBy: { position: 'asc' } }))
        ?.mediaId
    await owner.productMedia.updateMany({
      where: { product: { slug: first } },
      data: { mediaId: await leads('001234') },
    })
    forgetAnswers()
    expect((await beside('001234')).similar).not.toContain(first)
    await owner.media.updateMany({ where: { id: await leads('001234') }, data: { state: 'withheld' } })
    forgetAnswers()
    expect((await beside('001234')).similar).toContain(first)
  })
})
