import { pinyin } from 'pinyin-pro'
import { fromSafeNumber } from '~/platform/money'
import { attributes } from '../data/attributes'
import { costs } from '../data/costs'
import { galleryOf } from '../data/gallery'
import { looks } from '../data/looks'
import { materialsOf } from '../data/material-kinds'
import { products } from '../data/products'
import { sellers } from '../data/sellers'
import { sidesOf } from '../data/sides'
import type { ProductSeed, SellerSeed } from '../data/types'
import { waiting } from '../data/waiting'
import { wishes } from '../data/wishes'
import { contentOf, staysInChina } from './listing-content'
import { before, idAt, type LoadContext, type LoadedGoods, need } from './load-context'
import { coordinatorOf } from './load-people'

/** All products, the first of the list the newest. */
export async function loadProducts(context: LoadContext): Promise<void> {
  const serials = new Map<string, number>()
  for (const [index, product] of products.entries()) {
    const state = waiting[product.key] ?? 'approved'
    const publishedAt = before(
      context.now,
      state === 'approved' ? 2 + (index * 320) / products.length : 0.3 + index / products.length,
    )
    await loadProduct(context, product, { serial: nextSerial(context, product, serials), publishedAt, state })
  }
}

/** ZGJ-0001: initials of the craft's pinyin and a running number. */
function nextSerial({ crafts }: LoadContext, product: ProductSeed, serials: Map<string, number>): string {
  const name = need(crafts, product.craft).nameZh
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toUpperCase()
    .slice(0, 4)
  const number = (serials.get(initials) ?? 0) + 1
  serials.set(initials, number)
  return `${initials}-${String(number).padStart(4, '0')}`
}

type Fate = { serial: string; publishedAt: Date; state: 'approved' | 'submitted' | 'changes_requested' }

async function loadProduct(context: LoadContext, product: ProductSeed, fate: Fate): Promise<void> {
  const { tx } = context
  const shop = need(context.sellers, product.seller)
  const craft = need(context.crafts, product.craft)
  const onSale = fate.state === 'approved'
  const id = idAt(fate.publishedAt)
  const reviewer = coordinatorOf(context, sellerOf(product).villageCode)
  await tx.product.create({
    data: {
      id,
      slug: product.key,
      serial: fate.serial,
      sellerId: shop.id,
      craftId: craft.id,
      status: onSale ? 'on_sale' : 'draft',
      makingMinutes: product.makingMinutes,
      ...sidesOf(product),
      materialCodes: [...materialsOf(product)],
      colourCodes: [...looksOf(product).colours],
      occasionCodes: [...looksOf(product).occasions],
      shipsAbroad: !staysInChina.has(product.craft),
      attributes: onSale ? (attributes[product.key] ?? {}) : {},
      ...costsOf(product),
      fromPriceFen: onSale
        ? fromSafeNumber(Math.min(product.priceFen, ...product.variants.map(({ priceFen }) => priceFen)))
        : null,
      isSample: true,
      createdAt: before(fate.publishedAt, 3),
      publishedAt: onSale ? fate.publishedAt : null,
      ...(onSale
        ? {
            wishes: { create: wishesOf(product) },
            texts: { create: textsOf(product, reviewer, fate.publishedAt) },
          }
        : {}),
    },
  })
  await loadRevision(context, product, {
    ...fate,
    productId: id,
    reviewer,
    ownerUserId: await ownerUser(context, product),
  })
  // also of a piece that waits: sample pictures belong to no seller, so only one that hangs there can be approved
  await tx.productMedia.createMany({
    data: galleryOf(product).map((file, position) => ({
      productId: id,
      mediaId: need(context.media, file).id,
      position,
    })),
  })
  if (!onSale) return
  await loadVariants(context, product, { productId: id, serial: fate.serial })
}

function costsOf({ key }: ProductSeed) {
  const known = costs[key]
  if (!known) return {}
  return {
    materialsCostFen: fromSafeNumber(known.materialsFen),
    packingFen: fromSafeNumber(known.packingFen),
    hourlyWageFen: known.hourlyWageFen === undefined ? null : fromSafeNumber(known.hourlyWageFen),
    lowWageReason: known.reason ?? null,
    showsCosts: known.shows ?? false,
  }
}

function wishesOf({ key }: ProductSeed) {
  return (wishes[key] ?? []).map(({ label, hint, maxLength, isRequired = false }, position) => ({
    labelZh: label.zh,
    labelEn: label.en,
    hintZh: hint?.zh ?? null,
    hintEn: hint?.en ?? null,
    maxLength,
    isRequired,
    position,
  }))
}

function looksOf({ key }: ProductSeed) {
  const known = looks[key]
  if (!known) throw new Error(`no looks of ${key}`)
  return known
}

function sellerOf(product: ProductSeed): SellerSeed {
  const seller = sellers.find(({ key }) => key === product.seller)
  if (!seller) throw new Error(`no seller ${product.seller}`)
  return seller
}

/** English only where somebody has reviewed it: elsewhere the shop shows the Chinese with a note. */
function textsOf(product: ProductSeed, reviewedById: string, reviewedAt: Date) {
  const zh = {
    locale: 'zh-CN',
    title: product.title.zh,
    story: product.story.zh,
    materials: product.materials.zh,
    size: product.size.zh,
    care: product.care.zh,
  }
  if (product.story.en === undefined) return [zh]
  const { title, materials, size, care } = product
  return [
    zh,
    {
      locale: 'en',
      title: title.en,
      story: product.story.en,
      materials: materials.en,
      size: size.en,
      care: care.en,
      source: 'translated' as const,
      reviewedById,
      reviewedAt,
    },
  ]
}

/** The user who submits: the shop's owner; she gets one when the sample data needs her hand. */
async function ownerUser({ tx, sellers: shops }: LoadContext, product: ProductSeed): Promise<string> {
  const { ownerId } = need(shops, product.seller)
  const user = await tx.user.upsert({
    where: { personId: ownerId },
    update: {},
    create: { personId: ownerId },
  })
  return user.id
}

type RevisionFate = Fate & { productId: string; reviewer: string; ownerUserId: string }

async function loadRevision(
  { tx, media }: LoadContext,
  product: ProductSeed,
  fate: RevisionFate,
): Promise<void> {
  const content = contentOf(product, media)
  const submittedAt = before(fate.publishedAt, 0, 7)
  const isReviewed = fate.state !== 'submitted'
  const reason =
    fate.state === 'changes_requested'
      ? { reasonCode: 'photos_unclear', reasonText: '细部那张有点糊，靠窗再拍一张。' }
      : {}
  await tx.listingRevision.create({
    data: {
      productId: fate.productId,
      number: 1,
      state: fate.state,
      content,
      createdAt: before(fate.publishedAt, 3),
      submittedAt,
      submittedById: fate.ownerUserId,
      ...(isReviewed ? { reviewedAt: fate.publishedAt, reviewedById: fate.reviewer } : {}),
      ...reason,
      events: {
        create: [
          { state: 'submitted', at: submittedAt, actorUserId: fate.ownerUserId, content },
          ...(isReviewed
            ? [{ state: fate.state, at: fate.publishedAt, actorUserId: fate.reviewer, content, ...reason }]
            : []),
        ],
      },
    },
  })
}

async function loadVariants(
  context: LoadContext,
  product: ProductSeed,
  known: { productId: string; serial: string },
): Promise<void> {
  const { tx } = context
  const shop = need(context.sellers, product.seller)
  const { making } = product
  const choices =
    product.variants.length > 0
      ? product.variants
      : [{ name: null, priceFen: product.priceFen, stock: undefined }]
  for (const [position, choice] of choices.entries()) {
    const variantId = crypto.randomUUID()
    const priceFen = fromSafeNumber(choice.priceFen)
    const isMade = making.mode === 'made_to_order'
    await tx.variant.create({
      data: {
        id: variantId,
        productId: known.productId,
        nameZh: choice.name?.zh ?? null,
        nameEn: choice.name?.en ?? null,
        makeMode: making.mode,
        makeDays: isMade ? making.days : null,
        weeklyCapacity: isMade ? making.weeklyCapacity : null,
        weightGrams: product.weightGrams,
        position,
        prices: { create: [{ unitPriceFen: priceFen }] },
      },
    })
    const stockItemId = isMade ? null : crypto.randomUUID()
    const onHand = making.mode === 'stock' ? (choice.stock ?? making.stock) : 1
    if (stockItemId) {
      await tx.stockItem.create({
        data: {
          id: stockItemId,
          ownerPartyId: shop.partyId,
          holderPartyId: shop.partyId,
          kind: 'piece',
          variantId,
          onHand,
        },
      })
    }
    context.goods.push(
      goodsOf(context, product, {
        variantId,
        stockItemId,
        priceFen,
        serial: known.serial,
        name: choice.name,
      }),
    )
  }
}

type Made = {
  variantId: string
  stockItemId: string | null
  priceFen: bigint
  serial: string
  name: { zh: string; en: string } | null
}

function goodsOf({ media }: LoadContext, product: ProductSeed, made: Made): LoadedGoods {
  const [first] = product.pictures
  return {
    variantId: made.variantId,
    stockItemId: made.stockItemId,
    sellerKey: product.seller,
    titleZh: product.title.zh,
    titleEn: product.story.en === undefined ? null : product.title.en,
    materials: product.materials.zh,
    serial: made.serial,
    slug: product.key,
    variantZh: made.name?.zh ?? null,
    variantEn: made.name?.en ?? null,
    makingMinutes: product.makingMinutes,
    makeMode: product.making.mode,
    makeDays: product.making.mode === 'made_to_order' ? product.making.days : null,
    priceFen: made.priceFen,
    mediaId: first ? need(media, first).id : null,
  }
}
