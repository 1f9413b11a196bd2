import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { findListing } from '~/modules/search/find-listing.server'
import { findSuggestions } from '~/modules/search/find-suggestions.server'
import { readProductQuery } from '~/modules/search/product-query'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../fixtures/owner'
import { buildGround, buildSeller } from '../fixtures/world'

/**
 * A shop of 100,000 pieces, as many as a province of makers could hang: how many statements a list asks, and that each finds its rows by an index.
 */
const pieceCount = 100_000
const pieceTables = ['Product', 'ProductText', 'Variant', 'StockItem', 'ProductMedia', 'Seller'] as const

beforeAll(async () => {
  await buildGround()
  for (const [at, name] of ['扎染', '刺绣', '串珠', '香包', '葫芦'].entries())
    await owner.craft.create({
      data: {
        code: `craft-${at}`,
        nameZh: name,
        nameEn: name,
        sentenceZh: '。',
        sentenceEn: '.',
        position: at + 2,
      },
    })
  for (let at = 0; at < 20; at += 1) await buildSeller({ village: at % 2 ? '620123100201' : '620121100201' })
  // entries are made at the end, all at once, as `npm run search:rebuild` makes them
  for (const table of pieceTables)
    await owner.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  const [seller] = await owner.seller.findMany({ take: 1, select: { id: true } })
  await owner.party.create({ data: { kind: 'seller', sellerId: seller?.id } })
  await hangPieces()
  for (const table of pieceTables) await owner.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  const [gin] = await owner.$queryRaw<
    { definition: string }[]
  >`SELECT pg_get_indexdef('"SearchEntry_gin"'::regclass) AS definition`
  await owner.$executeRaw`DROP INDEX "SearchEntry_gin"`
  await owner.$executeRaw`SELECT search_rebuild()`
  await owner.$executeRaw`
    UPDATE "SearchEntry" e SET names = w.names, words = w.names || to_tsvector('simple', '手 工 手工 甘 肃 甘肃')
    FROM (SELECT p.id, to_tsvector('simple', concat_ws(' ', k."nameZh", substr(k."nameZh", 1, 1), substr(k."nameZh", 2, 1), '结 盘 长 盘长 长结 zgj',
      'piece' || p.slug, CASE WHEN right(p.slug, 4) = '0007' THEN '孔雀 孔 雀' END)) AS names FROM "Product" p JOIN "Craft" k ON k.id = p."craftId") w
    WHERE w.id = e.id`
  await owner.$executeRawUnsafe(gin?.definition ?? '')
  await owner.$executeRaw`ANALYZE`
}, 300_000)

async function hangPieces(): Promise<void> {
  await owner.$executeRaw`
    INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", status, "publishedAt", "updatedAt", "fromPriceFen", "makingMinutes", "materialCodes", "colourCodes", "occasionCodes", "shipsAbroad")
    SELECT gen_random_uuid(), lpad(n::text, 6, '0'), 'ZGJ-' || lpad(n::text, 6, '0'), s.ids[1 + n % 20], k.ids[1 + n % 6], 'on_sale', timestamptz '2024-01-01' + n * interval '7 minutes', now(),
      1000 + (n * 7919) % 90000, (n * 31) % 3000, ARRAY[(ARRAY['cotton','silk','glass'])[1 + n % 3]], ARRAY[(ARRAY['red','blue','indigo','white'])[1 + n % 4]],
      ARRAY[(ARRAY['wedding','baby','wear'])[1 + n % 3]], n % 5 = 0
    FROM generate_series(1, ${pieceCount}::int) n, (SELECT array_agg(id) AS ids FROM "Seller") s, (SELECT array_agg(id) AS ids FROM "Craft") k`
  await owner.$executeRaw`
    INSERT INTO "ProductText" (id, "productId", locale, title, story, materials) SELECT gen_random_uuid(), id, 'zh-CN', '盘长结 ' || slug, '一根线。', '线' FROM "Product"`
  await owner.$executeRaw`
    INSERT INTO "Variant" (id, "productId", "makeMode", "makeDays") SELECT gen_random_uuid(), id, CASE WHEN right(slug, 1) < '5' THEN 'stock' ELSE 'made_to_order' END::"MakeMode",
      CASE WHEN right(slug, 1) >= '5' THEN 3 + (substr(slug, 5, 2))::int % 40 END FROM "Product"`
  await owner.$executeRaw`INSERT INTO "PriceTier" (id, "variantId", "unitPriceFen") SELECT gen_random_uuid(), id, 6800 FROM "Variant"`
  await owner.$executeRaw`
    INSERT INTO "Media" (id, "contentHash", width, height, bytes) SELECT gen_random_uuid(), lpad(n::text, 64, '0'), 800, 1000, 1 FROM generate_series(1, 2000) n`
  await owner.$executeRaw`
    INSERT INTO "ProductMedia" ("productId", "mediaId", position) SELECT p.id, m.ids[1 + substr(p.slug, 3)::int % 2000], 0 FROM "Product" p, (SELECT array_agg(id) AS ids FROM "Media") m`
  await owner.$executeRaw`INSERT INTO "SearchSlip" SELECT 'word' || n, 'word' || n, 'word' || n FROM generate_series(1, ${pieceCount}::int) n`
  await owner.$executeRaw`
    INSERT INTO "StockItem" (id, kind, "variantId", "ownerPartyId", "holderPartyId", "onHand") SELECT gen_random_uuid(), 'piece', v.id, y.id, y.id, 3
    FROM "Variant" v, (SELECT id FROM "Party" LIMIT 1) y WHERE v."makeMode" = 'stock'`
}

type Asked = { text: string; values: unknown[] }

/** What the application asks of the database while something runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const asked = spy.mock.calls.flatMap(([query]) =>
    isAsked(query) ? [{ text: query.text, values: query.values }] : [],
  )
  spy.mockRestore()
  return asked
}

function isAsked(query: unknown): query is Asked {
  return (
    typeof query === 'object' &&
    query !== null &&
    'text' in query &&
    'values' in query &&
    Array.isArray(query.values)
  )
}

/** Tables that a plan reads from end to end. */
async function scannedBy({ text, values }: Asked): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
  await client.end()
  return [...JSON.stringify(rows).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(
    ([, table = '']) => table,
  )
}

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
  'far down': 'sort=new&after=1720000000000_01900000-0000-7000-8000-000000000001',
}

describe('a list of 100,000 pieces', () => {
  it.each(Object.entries(lists))('%s: at most three statements, each on an index', async (_, search) => {
    const query = readProductQuery(new URLSearchParams(search))
    const statements = await statementsOf(() => findListing(query, { locale: 'zh-CN' }))
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.length).toBeLessThanOrEqual(query.q === '' ? 2 : 3)
    const large = [
      ...pieceTables.slice(0, 4),
      'SearchEntry',
      'SearchSlip',
      'ProductMedia',
      'PriceTier',
      'Media',
    ]
    for (const statement of statements)
      expect((await scannedBy(statement)).filter((table) => large.includes(table))).toEqual([])
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
