import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { addToCart } from '~/modules/cart/add-to-cart.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { Refusal } from '~/platform/errors'
import { openRevision, price, submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { getReview } from './get-review.server'
import type { PriceIntent, TypedKind } from './listing-forms'
import { saveListingPrice } from './save-listing-price.server'
import { ListingDraft } from './schema'

let artisan: Actor
let coordinator: Actor
beforeAll(async () => {
  await buildGround()
  artisan = (await buildSeller()).actor
  coordinator = await buildActor({ role: 'coordinator', region: '620123' })
})

const keyOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.key : String(error)),
  )

const add: PriceIntent = { act: 'kind', without: null, goesOn: false }
const take = (without: string): PriceIntent => ({ act: null, without, goesOn: false })

async function kindsOf(productId: string) {
  return ListingDraft.parse((await openRevision(productId)).content).options
}

async function save(productId: string, options: TypedKind[], intent?: PriceIntent) {
  const { version } = await openRevision(productId)
  await saveListingPrice({
    actor: artisan,
    productId,
    version,
    price: { ...price, options },
    ...(intent ? { intent } : {}),
  })
}

/** What she types into the rows that stand there. */
async function fill(productId: string, rows: Partial<TypedKind>[], intent?: PriceIntent) {
  const kinds = await kindsOf(productId)
  const typed = kinds.map(({ variantId, nameZh, nameEn, priceFen, stock, makeDays }, at) => ({
    variantId,
    nameZh,
    nameEn,
    price: priceFen,
    stock,
    makeDays,
    ...rows[at],
  }))
  await save(productId, typed, intent)
}

async function approve(productId: string) {
  const { revisionId, version } = await submit(artisan, productId)
  await approveListing({ actor: coordinator, revisionId, version, isEnglishReviewed: false })
}

function variantsOf(productId: string) {
  return owner.variant.findMany({
    where: { productId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { prices: true, stock: true },
  })
}

const red = { nameZh: '大红', price: 6800, stock: 3 }
const green = { nameZh: '松绿', price: 7200, stock: 1 }

describe('a piece in several kinds', () => {
  it('goes on sale with a name, a price and a shelf for each', async () => {
    const productId = await writeListing(artisan)
    await save(productId, [], add)
    expect((await kindsOf(productId)).map(({ priceFen }) => priceFen)).toEqual([36800, null])
    await fill(productId, [red, green])
    await approve(productId)
    const variants = await variantsOf(productId)
    expect(
      variants.map(({ nameZh, prices, stock }) => [nameZh, prices[0]?.unitPriceFen, stock?.onHand]),
    ).toEqual([
      ['大红', 6800n, 3],
      ['松绿', 7200n, 1],
    ])
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({
      fromPriceFen: 6800n,
    })
  })

  it('is submitted only when each is whole and told apart', async () => {
    const productId = await writeListing(artisan)
    await save(productId, [], add)
    await fill(productId, [red, { ...green, stock: null }])
    expect(await keyOf(submit(artisan, productId))).toBe('studio.notComplete')
    await fill(productId, [red, { ...green, nameZh: '大红' }])
    expect(await keyOf(submit(artisan, productId))).toBe('studio.notComplete')
    await fill(productId, [red, green])
    expect(await keyOf(submit(artisan, productId))).toBe('done')
  })

  it('may have twelve; an empty row is none', async () => {
    const productId = await writeListing(artisan)
    await save(productId, [], add)
    await fill(
      productId,
      [
        { ...red, nameZh: '款 1' },
        { ...red, nameZh: '款 2' },
      ],
      add,
    )
    for (let count = 3; count < 12; count += 1) {
      const rows = Array.from({ length: count }, (_, at) => ({ ...red, nameZh: `款 ${at + 1}` }))
      await fill(productId, rows, add)
    }
    const twelve = Array.from({ length: 12 }, (_, at) => ({ ...red, nameZh: `款 ${at + 1}` }))
    expect(await keyOf(fill(productId, twelve, add))).toBe('studio.kindsFull')
    await fill(productId, twelve.slice(0, 11))
    expect(await kindsOf(productId)).toHaveLength(11)
  })

  it('keeps shelf and baskets of the piece as it was, and tells who has a retired one', async () => {
    const productId = await writeListing(artisan)
    await approve(productId)
    const [only] = await variantsOf(productId)
    if (!only) throw new Error('a piece on sale has a variant')
    await editLiveListing({ actor: artisan, productId })
    await save(productId, [], add)
    await fill(productId, [red, green])
    const { revisionId } = await submit(artisan, productId)
    const review = await getReview({ actor: coordinator, revisionId, locale: 'zh-CN' })
    expect(review.changed).toContain('options')
    const { version } = await openRevision(productId)
    await approveListing({ actor: coordinator, revisionId, version, isEnglishReviewed: false })
    const [first, second] = await variantsOf(productId)
    expect(first).toMatchObject({ id: only.id, nameZh: '大红', stock: { onHand: 3 } })
    if (!second) throw new Error('two kinds were approved')

    const { token } = await addToCart({ tokens: [], variantId: second.id, quantity: 1 })
    expect(token).not.toBe('')
    await editLiveListing({ actor: artisan, productId })
    await fill(productId, [], take(second.id))
    await approve(productId)
    expect(await owner.variant.findUnique({ where: { id: second.id } })).not.toMatchObject({
      retiredAt: null,
    })
    const line = await owner.cartLine.findFirstOrThrow({ where: { variantId: second.id } })
    const cart = await getCart({ cartIds: [line.cartId], locale: 'zh-CN' })
    expect(cart).toMatchObject({ canCheckOut: false })
    expect(cart.parcels[0]?.lines[0]).toMatchObject({ variantName: '松绿', problem: { kind: 'off_sale' } })
  })
})

describe('the database', () => {
  it('keeps two kinds of a piece apart by their names', async () => {
    const productId = await writeListing(artisan)
    await approve(productId)
    const alike = owner.variant.create({ data: { productId, makeMode: 'stock', position: 1 } })
    await expect(alike).rejects.toThrow(/Variant_told_apart/)
  })
})
