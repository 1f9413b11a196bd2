import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findPublicAddresses, findSitemapParts } from './find-public-addresses.server'

/** So few in a part that some pieces fill several. */
const most = 2

const days = ['2026-01-05', '2026-01-01', '2026-01-03', '2026-01-03', '2026-01-02']
const pieces: { productId: string; slug: string }[] = []
let shop = { sellerId: '', slug: '' }

beforeAll(async () => {
  await buildGround()
  shop = await buildSeller()
  for (const day of days) {
    const piece = await buildPiece({ sellerId: shop.sellerId })
    await owner.product.update({ where: { id: piece.productId }, data: { publishedAt: new Date(day) } })
    pieces.push(piece)
  }
})

/** The paths in every part that the index names, part by part. */
async function readAll(): Promise<Record<string, string[]>> {
  const parts = await findSitemapParts(most)
  const read = parts.map(async (part) => [
    `${part.kind}-${part.number}`,
    (await findPublicAddresses(part, most)).map(({ path }) => path),
  ])
  return Object.fromEntries(await Promise.all(read))
}

const of = (all: Record<string, string[]>, kind: string) =>
  Object.keys(all)
    .filter((part) => part.startsWith(kind))
    .map((part) => all[part] ?? [])

describe('the parts of the sitemap', () => {
  it('hold every piece that is shown once, the oldest first and no more than a part takes', async () => {
    const parts = of(await readAll(), 'pieces')
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1])
    expect(parts.flat().toSorted()).toEqual(pieces.map(({ slug }) => `/products/${slug}`).toSorted())
    expect(parts[0]).toEqual([`/products/${pieces[1]?.slug}`, `/products/${pieces[4]?.slug}`])
    expect(parts[2]).toEqual([`/products/${pieces[0]?.slug}`])
  })

  it('hold pages of words, crafts and makers with something on sale, each once', async () => {
    const empty = await buildSeller()
    const all = await readAll()
    const paths = Object.values(all).flat()
    expect(new Set(paths).size).toBe(paths.length)
    expect(of(all, 'pages').flat()).toEqual(
      expect.arrayContaining(['/', '/help', '/privacy', '/crafts/knots']),
    )
    expect(of(all, 'makers').flat()).toEqual([`/makers/${shop.slug}`])
    expect(paths).not.toContain(`/makers/${empty.slug}`)
  })

  it('take in what is new at the end, and change no part before it', async () => {
    const before = of(await readAll(), 'pieces')
    const { slug, productId } = await buildPiece({ sellerId: shop.sellerId })
    await owner.product.update({ where: { id: productId }, data: { publishedAt: new Date('2026-02-01') } })
    const after = of(await readAll(), 'pieces')
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]).toEqual([...(before[2] ?? []), `/products/${slug}`])
  })

  it('hold nothing of a piece taken away, of a shop that closed or beyond the last', async () => {
    const taken = pieces[2]
    await owner.product.update({ where: { id: taken?.productId }, data: { status: 'withdrawn' } })
    const closed = await buildSeller()
    const hers = await buildPiece({ sellerId: closed.sellerId })
    await owner.seller.update({ where: { id: closed.sellerId }, data: { status: 'closed' } })
    const paths = Object.values(await readAll()).flat()
    for (const slug of [taken?.slug, hers.slug]) expect(paths).not.toContain(`/products/${slug}`)
    expect(paths).not.toContain(`/makers/${closed.slug}`)
    const last = (await findSitemapParts(most)).at(-1)
    expect(last?.kind).toBe('pieces')
    expect(await findPublicAddresses({ kind: 'pieces', number: (last?.number ?? 0) + 1 }, most)).toEqual([])
  })
})
