import { beforeAll, describe, expect, it } from 'vitest'
import { randomToken } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { dropPiece } from './drop-piece.server'
import { findFavourites } from './find-favourites.server'
import { findMarks } from './find-marks.server'
import { followMaker } from './follow-maker.server'
import { joinVisitors } from './join-visitors.server'
import { keepPiece } from './keep-piece.server'
import { mostKept } from './schema'
import { sweepVisitors } from './sweep-visitors.server'
import { unfollowMaker } from './unfollow-maker.server'
import type { VisitorProof } from './visitor-cookie.server'

beforeAll(buildGround)

const stranger: VisitorProof = { userId: null, tokens: [] }

const read = (visitor: VisitorProof) => findFavourites({ visitor, locale: 'zh-CN' })

/** Keeps a piece as a browser without an account does, and gives what its cookie proves afterwards. */
async function keepAsGuest(slug: string): Promise<VisitorProof> {
  const { token } = await keepPiece({ visitor: stranger, slug })
  if (token === null) throw new Error('a guest is given a secret')
  return { userId: null, tokens: [token] }
}

async function buildBuyer(): Promise<VisitorProof> {
  const { userId } = await buildActor({ role: 'buyer' })
  return { userId, tokens: [] }
}

describe('favourites', () => {
  it('are kept for a browser without an account, and say what changed since', async () => {
    const { sellerId } = await buildSeller()
    const cheaper = await buildPiece({ sellerId, priceFen: 9_900n })
    const [sold, paused, gone] = [
      await buildPiece({ sellerId }),
      await buildPiece({ sellerId }),
      await buildPiece({ sellerId }),
    ]
    const guest = await keepAsGuest(cheaper.slug)
    for (const { slug } of [sold, paused, gone, cheaper]) await keepPiece({ visitor: guest, slug })
    await owner.product.update({ where: { id: cheaper.productId }, data: { fromPriceFen: 8_800n } })
    await owner.stockItem.update({ where: { variantId: sold.variantId }, data: { onHand: 0 } })
    await owner.product.update({ where: { id: paused.productId }, data: { status: 'paused' } })
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'withdrawn' } })
    const { pieces } = await read(guest)
    expect(pieces).toHaveLength(4)
    const bySlug = new Map(pieces.map((piece) => [piece.slug, piece]))
    expect(bySlug.get(cheaper.slug)).toMatchObject({ state: 'on_sale', keptFen: 9_900, fromPriceFen: 8_800 })
    expect(bySlug.get(sold.slug)).toMatchObject({ state: 'on_sale', availability: { kind: 'sold_out' } })
    expect(bySlug.get(paused.slug)).toMatchObject({ state: 'paused' })
    expect(bySlug.get(gone.slug)).toMatchObject({ state: 'gone' })
  })

  it('belong to whoever proves them, and to nobody else', async () => {
    const { sellerId, slug: shop } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const guest = await keepAsGuest(piece.slug)
    await followMaker({ visitor: guest, slug: shop })
    const other: VisitorProof = { userId: null, tokens: [randomToken(16)] }
    for (const visitor of [stranger, other, await buildBuyer()]) {
      expect(await findMarks(visitor)).toEqual({ pieces: [], makers: [] })
      await dropPiece({ visitor, slug: piece.slug })
      await unfollowMaker({ visitor, slug: shop })
    }
    expect(await findMarks(guest)).toEqual({ pieces: [piece.slug], makers: [shop] })
    await dropPiece({ visitor: guest, slug: piece.slug })
    await unfollowMaker({ visitor: guest, slug: shop })
    expect(await findMarks(guest)).toEqual({ pieces: [], makers: [] })
  })

  it('become the account’s at sign-in, each as it was kept first', async () => {
    const { sellerId, slug: shop } = await buildSeller()
    const [both, hers] = [
      await buildPiece({ sellerId, priceFen: 5_000n }),
      await buildPiece({ sellerId, priceFen: 6_000n }),
    ]
    const guest = await keepAsGuest(both.slug)
    await followMaker({ visitor: guest, slug: shop })
    const buyer = await buildBuyer()
    await owner.product.update({ where: { id: both.productId }, data: { fromPriceFen: 4_000n } })
    for (const { slug } of [both, hers]) await keepPiece({ visitor: buyer, slug })
    const joining = { userId: buyer.userId ?? '', tokens: guest.tokens }
    await Promise.all([joinVisitors(joining), joinVisitors(joining), joinVisitors(joining)])
    const { pieces, makers } = await read(buyer)
    expect(pieces.map(({ slug, keptFen }) => [slug, keptFen])).toEqual([
      [hers.slug, 6_000],
      [both.slug, 5_000],
    ])
    expect(makers).toMatchObject([{ slug: shop, isOpen: true, count: 2 }])
    expect(await read(guest)).toMatchObject({ pieces: [], makers: [] })
  })

  it('are read together before they are joined, and joined by the next change', async () => {
    const { sellerId } = await buildSeller()
    const pieces = [
      await buildPiece({ sellerId }),
      await buildPiece({ sellerId }),
      await buildPiece({ sellerId }),
    ]
    const [a, b, c] = pieces.map(({ slug }) => slug)
    const [one, two] = await Promise.all([keepAsGuest(a ?? ''), keepAsGuest(b ?? '')])
    const both: VisitorProof = { userId: null, tokens: [...one.tokens, ...two.tokens] }
    expect((await findMarks(both)).pieces).toHaveLength(2)
    const { token } = await keepPiece({ visitor: both, slug: c ?? '' })
    expect(both.tokens).toContain(token)
    expect((await findMarks({ userId: null, tokens: token ? [token] : [] })).pieces).toHaveLength(3)
  })

  it('refuse what is not there, and more than can be looked through', async () => {
    const { sellerId } = await buildSeller()
    const gone = await buildPiece({ sellerId })
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'withdrawn' } })
    for (const slug of [gone.slug, 'no-such-piece'])
      await expect(keepPiece({ visitor: stranger, slug })).rejects.toMatchObject({ status: 404 })
    await expect(followMaker({ visitor: stranger, slug: 'no-such-maker' })).rejects.toMatchObject({
      status: 404,
    })
    const first = await buildPiece({ sellerId })
    const guest = await keepAsGuest(first.slug)
    const visitor = await owner.favourite.findFirstOrThrow({ where: { productId: first.productId } })
    await owner.$executeRaw`
      WITH made AS (
        INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", "updatedAt") SELECT gen_random_uuid(), p.slug || '-' || n, p.serial || '-' || n, p."sellerId", p."craftId", now()
        FROM "Product" p, generate_series(1, ${mostKept - 1}::int) n WHERE p.id = ${first.productId}::uuid RETURNING id)
      INSERT INTO "Favourite" ("visitorId", "productId", "priceFen") SELECT ${visitor.visitorId}::uuid, id, 1 FROM made`
    const next = await buildPiece({ sellerId })
    await keepPiece({ visitor: guest, slug: first.slug })
    await expect(keepPiece({ visitor: guest, slug: next.slug })).rejects.toMatchObject({
      key: 'shop.keptFull',
    })
  })
})

describe('following', () => {
  it('shows what is new from a maker, without what is kept already', async () => {
    const { sellerId, slug: shop } = await buildSeller()
    const [kept, fresh] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    const guest = await keepAsGuest(kept.slug)
    await followMaker({ visitor: guest, slug: shop })
    await followMaker({ visitor: guest, slug: shop })
    const { newest, makers } = await read(guest)
    expect(makers).toHaveLength(1)
    expect(newest.map(({ slug }) => slug)).toEqual([fresh.slug])
    await owner.seller.update({ where: { id: sellerId }, data: { status: 'closed' } })
    expect(await read(guest)).toMatchObject({ makers: [{ isOpen: false, count: 0 }], newest: [] })
  })
})

describe('sweepVisitors', () => {
  it('forgets browsers that came no more, never an account', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const [old, recent, buyer] = [
      await keepAsGuest(piece.slug),
      await keepAsGuest(piece.slug),
      await buildBuyer(),
    ]
    await keepPiece({ visitor: buyer, slug: piece.slug })
    const [first] = await owner.favourite.findMany({
      where: { productId: piece.productId },
      orderBy: { keptAt: 'asc' },
      take: 1,
    })
    await owner.$executeRaw`UPDATE "Visitor" SET "updatedAt" = app_now() - interval '91 days' WHERE "userId" IS NOT NULL OR id = ${first?.visitorId ?? ''}::uuid`
    expect(await sweepVisitors({ batch: 200 })).toBe(1)
    expect((await findMarks(old)).pieces).toEqual([])
    for (const visitor of [recent, buyer]) expect((await findMarks(visitor)).pieces).toEqual([piece.slug])
  })
})
