import { beforeAll, describe, expect, it } from 'vitest'
import { findPiecePage } from '~/modules/cart/find-piece-page.server'
import { findLikelyPieces } from '~/modules/search/find-likely-pieces.server'
import { findListing } from '~/modules/search/find-listing.server'
import { findPieces } from '~/modules/search/find-pieces.server'
import { findPublicAddresses, findSitemapParts } from '~/modules/search/find-public-addresses.server'
import { findShopPieces } from '~/modules/search/find-seller-pieces.server'
import { findSuggestions } from '~/modules/search/find-suggestions.server'
import { findWaysIn } from '~/modules/search/find-ways-in.server'
import { pageSize, readProductQuery, type Sort, sorts, type Turn } from '~/modules/search/product-query'
import { prisma } from '~/platform/db/prisma.server'
import { hangPieces, pieceTables } from '../fixtures/many-pieces'
import { owner } from '../fixtures/owner'
import { helpersOf, oftenPlannedOnce, readsOf, scannedBy } from '../fixtures/plans'
import { type Asked, statementsOf } from '../fixtures/statements'

/**
 * A shop of 100,000 pieces, as many as a province of makers could hang: how many statements a list asks, and that each finds its rows by an index.
 */
const pieceCount = 100_000

/** Tables that no plan of a list or a page may read from end to end. */
const largeTables: readonly string[] = [
  ...pieceTables.slice(0, 4),
  'SearchEntry',
  'SearchSlip',
  'ProductMedia',
  'PriceTier',
  'Media',
]

beforeAll(() => hangPieces(pieceCount), 600_000)

/** Cursors in the middle of each order. */
const cursors = {
  best: '197900_01900000-0000-7000-8000-000000000001',
  new: '1707000000000_01900000-0000-7000-8000-000000000001',
  price: '46000_01900000-0000-7000-8000-000000000001',
  'price-down': '46000_01900000-0000-7000-8000-000000000001',
  hours: '1500_01900000-0000-7000-8000-000000000001',
} as const satisfies Record<Sort, string>

const lists = {
  everything: '',
  'a common word': 'q=盘长',
  'a rare word': 'q=孔雀',
  'two characters and a filter': 'q=扎染&colour=red',
  'pinyin initials': 'q=zgj',
  'a word that nothing has': 'q=盘常结',
  'filters together': 'craft=craft-1&place=620123&made=ready&colour=red&abroad=yes&min=20&max=500',
  'the newest': 'sort=new',
  'the cheapest of one craft': 'sort=price&craft=craft-2',
  'the dearest': 'sort=price-down&made=7',
  'the most work': 'sort=hours&material=silk',
  'filters that no piece answers together': 'craft=craft-1&colour=red&sort=price',
  'a common colour of a common place': 'place=620121&colour=red',
  'far down': `sort=new&after=${cursors.new}`,
  ...Object.fromEntries(
    sorts.map((sort) => [`back from far down by ${sort}`, `sort=${sort}&before=${cursors[sort]}&page=900`]),
  ),
  'words, back from far down': `q=盘长&before=1000${cursors.best}`,
  'words and a filter, back from far down': `q=扎染&colour=red&sort=price-down&before=${cursors['price-down']}`,
}

describe('a list of 100,000 pieces', () => {
  it.each(Object.entries(lists))(
    '%s: at most four statements, each on an index and by one process',
    async (_, search) => {
      const query = readProductQuery(new URLSearchParams(search))
      const statements = await statementsOf(() => findListing(query, { locale: 'zh-CN' }))
      expect(statements.length).toBeGreaterThan(0)
      expect(statements.length).toBeLessThanOrEqual(query.q === '' ? 3 : 4)
      for (const statement of statements) {
        expect((await scannedBy(statement)).filter((table) => largeTables.includes(table))).toEqual([])
        expect(await helpersOf(statement)).toBe(0)
      }
    },
  )

  it('back from the middle of an order: the pieces just before it, nearest last', async () => {
    for (const sort of sorts) {
      const at = readProductQuery(new URLSearchParams(`sort=${sort}&before=${cursors[sort]}`))
      const back = await findListing(at, { locale: 'zh-CN' })
      expect(back.pieces).toHaveLength(pageSize)
      const on = await findListing(readProductQuery(new URLSearchParams(back.next ?? '')), {
        locale: 'zh-CN',
      })
      const before = await findListing(readProductQuery(new URLSearchParams(on.previous ?? '')), {
        locale: 'zh-CN',
      })
      expect(before.pieces.map(({ slug }) => slug)).toEqual(back.pieces.map(({ slug }) => slug))
    }
  })

  it('the pieces of a shop that has 5,000: one statement for a page, on an index that has their order', async () => {
    const { slug: sellerSlug } = await owner.seller.findFirstOrThrow()
    const from = { key: 1_707_000_000_000n, id: '01900000-0000-7000-8000-000000000001' }
    const turns: (Turn | null)[] = [null, { from, isBack: false, page: 90 }, { from, isBack: true, page: 90 }]
    for (const turn of turns) {
      const [statement, ...others] = await statementsOf(async () => {
        const { pieces } = await findShopPieces({ sellerSlug, locale: 'zh-CN', turn })
        expect(pieces).toHaveLength(pageSize)
      })
      expect(others).toEqual([])
      if (!statement) throw new Error('nothing was asked')
      const reads = (await readsOf(statement)).filter(({ table }) => largeTables.includes(table))
      expect(reads.filter(({ isWhole }) => isWhole)).toEqual([])
      for (const { looked } of reads) expect(looked).toBeLessThanOrEqual(3 * pageSize)
    }
  })

  it('suggestions: one statement on an index', async () => {
    for (const q of ['盘', 'zg', '孔雀']) {
      const [statement, ...others] = await statementsOf(() => findSuggestions(q, 'zh-CN'))
      expect(others).toEqual([])
      if (!statement) throw new Error('nothing was asked')
      expect(
        (await scannedBy(statement)).filter((table) =>
          ['Product', 'SearchEntry', 'ProductText'].includes(table),
        ),
      ).toEqual([])
    }
  })

  it('an address of no piece: one statement on indexes', async () => {
    for (const words of ['zhongguojie-nobody-knows', '盘长', 'kongqeu-feather-of-blue-silk-xyzzy', 'qwxz']) {
      const statements = await statementsOf(() => findLikelyPieces(words, 'zh-CN', 8))
      expect(statements).toHaveLength(1)
      for (const statement of statements)
        expect((await scannedBy(statement)).filter((table) => largeTables.includes(table))).toEqual([])
    }
  })

  it('counts exactly up to 1,000 and says so beyond', async () => {
    const facetsOf = async (search: string) =>
      (await findListing(readProductQuery(new URLSearchParams(search)), { locale: 'zh-CN' })).facets
    expect((await facetsOf('')).total).toBe(1001)
    expect((await facetsOf('q=孔雀')).total).toBe(10)
    const { total, choices } = await facetsOf('q=孔雀&colour=white')
    const [{ count: truth } = { count: -1 }] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "Product" WHERE right(slug, 4) = '0007' AND 'white' = ANY("colourCodes")`
    expect(total).toBe(truth)
    expect(choices.colour.reduce((sum, { count }) => sum + count, 0)).toBe(10)
  })

  it('tells of each choice what the list holds with it, near the limit of what is read as beyond it', async () => {
    const facetsOf = async (search: string) =>
      (await findListing(readProductQuery(new URLSearchParams(search)), { locale: 'zh-CN' })).facets
    for (const search of ['', 'q=扎染', 'colour=red', 'min=100&max=120', 'place=620121']) {
      const { choices } = await facetsOf(search)
      for (const { value, count } of choices.made)
        expect((await facetsOf(`${search}&made=${value}`)).total, `${search}, ${value}`).toBe(count)
    }
  })

  it('tells of each price that is offered what the list holds with it, whichever was chosen', async () => {
    const read = (search: string) =>
      findListing(readProductQuery(new URLSearchParams(search)), { locale: 'zh-CN' })
    for (const search of ['', 'q=扎染', 'colour=red', 'min=100&max=200', 'place=620121&made=ready&max=1']) {
      const { filter } = await read(search)
      expect(filter.bands).toHaveLength(5)
      for (const { value, count } of filter.bands.filter(({ isChosen }) => !isChosen))
        expect((await read(`${search}&band=${value}`)).facets.total, `${search}, ${value}`).toBe(count)
    }
  })

  it('follows "next" through pages without gap or repeat, each as quick as the first', async () => {
    const seen = new Set<string>()
    let search = 'sort=price&colour=red'
    for (let page = 1; page <= 20; page += 1) {
      const { pieces, next } = await findListing(readProductQuery(new URLSearchParams(search)), {
        locale: 'zh-CN',
      })
      for (const { slug } of pieces) seen.add(slug)
      search = next?.slice(1) ?? ''
    }
    expect(seen.size).toBe(480)
    const cheapest = await prisma.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM "Product" WHERE 'red' = ANY("colourCodes") ORDER BY "fromPriceFen", id LIMIT 480`
    expect([...seen]).toEqual(cheapest.map(({ slug }) => slug))
  })
})

describe('the sitemap of 100,000 pieces', () => {
  // as the database does by itself when a table has grown
  beforeAll(() => owner.$executeRaw`VACUUM "SearchEntry"`)

  it('reads of a part its own pieces alone: those before it are passed in the index', async () => {
    const partSize = 5_000
    for (const number of [1, 2, 20]) {
      const statements = await statementsOf(() => findPublicAddresses({ kind: 'pieces', number }))
      expect(statements).toHaveLength(1)
      for (const statement of statements) {
        const reads = (await readsOf(statement)).filter(({ table }) => largeTables.includes(table))
        expect(reads.filter(({ isWhole }) => isWhole)).toEqual([])
        expect(reads.filter(({ table }) => table === 'Product')).toMatchObject([{ rows: partSize }])
        expect(await helpersOf(statement)).toBe(0)
      }
    }
  })

  it('counts its parts and names makers on indexes', async () => {
    const statements = await statementsOf(async () => {
      expect(await findSitemapParts()).toHaveLength(22)
      expect(await findPublicAddresses({ kind: 'makers', number: 1 })).toHaveLength(20)
    })
    expect(statements).toHaveLength(2)
    for (const statement of statements)
      expect((await scannedBy(statement)).filter((table) => largeTables.includes(table))).toEqual([])
  })

  it('names every one of them in its parts', async () => {
    const parts = (await findSitemapParts()).filter(({ kind }) => kind === 'pieces')
    const paths = new Set<string>()
    for (const part of parts) for (const { path } of await findPublicAddresses(part)) paths.add(path)
    expect(paths.size).toBe(pieceCount)
  })
})

describe('a piece among 100,000', () => {
  it('asks four statements for its page, each on an index, whatever it costs', async () => {
    for (const slug of ['000007', '050000', '099999']) {
      const request = new Request(`http://127.0.0.1/products/${slug}`)
      const visitor = { userId: null, tokens: [] }
      const statements = await statementsOf(async () => {
        const page = await findPiecePage({ request, slug, visitor, locale: 'zh-CN' })
        expect(page?.more).toHaveLength(4)
        expect(page?.similar).toHaveLength(4)
      })
      expect(statements).toHaveLength(4)
      for (const statement of statements)
        expect((await scannedBy(statement)).filter((table) => largeTables.includes(table))).toEqual([])
    }
  })

  it('is read beside others by a plan that is made once, however many they are', async () => {
    const pieces = await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM "Product" LIMIT 48`
    const asked: Asked[] = []
    for (const count of [8, 1, 4, 24, 3, 6, 8, 1, 24, 48]) {
      const ids = pieces.slice(0, count).map(({ id }) => id)
      asked.push(...(await statementsOf(() => findPieces(ids, 'zh-CN'))))
    }
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1)
    expect(await oftenPlannedOnce(asked)).toBe(5)
  })

  it('names the ways into the shop with counts that end at 1,000, on an index', async () => {
    const [statement, ...others] = await statementsOf(async () => {
      const { occasions, counties } = await findWaysIn('zh-CN', ['620121', '620123'])
      expect(occasions.find(({ code }) => code === 'wedding')?.count).toBe(1001)
      expect(occasions.find(({ code }) => code === 'birthday')?.count).toBe(0)
      expect(counties.map(({ count }) => count)).toEqual([1001, 1001])
    })
    expect(others).toEqual([])
    if (!statement) throw new Error('nothing was asked')
    expect((await scannedBy(statement)).filter((table) => largeTables.includes(table))).toEqual([])
  })
})
