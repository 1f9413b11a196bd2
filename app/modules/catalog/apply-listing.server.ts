import type { Tx } from '~/platform/db/prisma.server'
import { fromSafeNumber } from '~/platform/money'
import { advanceProduct } from './advance-product.server'
import { applyPictures } from './apply-pictures.server'
import { applyVariants } from './apply-variants.server'
import { contentOfProduct } from './content-of-product.server'
import { nameProduct } from './name-product.server'
import type { ListingContent, ListingDraft, ListingField } from './schema'
import { writeSearch } from './write-search.server'

export type Approval = {
  productId: string
  revisionId: string
  content: ListingContent
  /** whether the coordinator has read the English and found it fit to be shown */
  isEnglishReviewed: boolean
  reviewerId: string
  now: Date
}

/**
 * Brings an approved listing into the shop: words, pictures, variants, prices and, the first time, name, stock and the shelf. Of a piece that is on sale only
 * what differs is written. Called by approveListing alone.
 */
export async function applyListing(tx: Tx, approval: Approval): Promise<void> {
  const { productId, content, now } = approval
  const before = await contentOfProduct(tx, productId)
  const product = await tx.product.findUniqueOrThrow({
    where: { id: productId },
    select: { sellerId: true, publishedAt: true },
  })
  const craft = await tx.craft.findUniqueOrThrow({
    where: { code: content.craftCode },
    select: { id: true, nameZh: true },
  })
  const isFirst = product.publishedAt === null
  const name = isFirst ? await nameProduct(tx, { craftNameZh: craft.nameZh, titleZh: content.titleZh }) : {}
  await applyTexts(tx, approval, before)
  await applyPictures(tx, { productId, sellerId: product.sellerId, photos: content.photos })
  await applyWishes(tx, approval, before)
  const fromPriceFen = await applyVariants(tx, { approval, sellerId: product.sellerId })
  await tx.product.update({
    where: { id: productId },
    data: {
      ...name,
      ...(isFirst ? { publishedAt: now } : {}),
      ...(isFirst || before.makingHours !== content.makingHours
        ? { makingMinutes: Math.round(content.makingHours * 60) }
        : {}),
      craftId: craft.id,
      fromPriceFen,
      widthMm: content.widthMm,
      heightMm: content.heightMm,
      depthMm: content.depthMm,
      materialCodes: content.materialCodes,
      colourCodes: content.colourCodes,
      occasionCodes: content.occasionCodes,
      shipsAbroad: content.shipsAbroad,
      attributes: content.attributes,
      ...costsOf(content),
    },
  })
  if (isFirst) await advanceProduct(tx, { productId, to: 'on_sale' })
  await writeSearch(tx, productId)
}

/** What goes into her price, as she wrote it. */
function costsOf({ materialsCostFen, packingFen, hourlyWageFen, lowWageReason, showsCosts }: ListingContent) {
  const fen = (amount: number | null) => (amount === null ? null : fromSafeNumber(amount))
  return {
    materialsCostFen: fen(materialsCostFen),
    packingFen: fen(packingFen),
    hourlyWageFen: fen(hourlyWageFen),
    lowWageReason: lowWageReason || null,
    showsCosts,
  }
}

/** Questions to the buyer are asked anew when one of them changed: answers to the former ones are then no answers to these. */
async function applyWishes(tx: Tx, { productId, content }: Approval, before: ListingDraft): Promise<void> {
  if (JSON.stringify(before.wishes) === JSON.stringify(content.wishes)) return
  await tx.wish.deleteMany({ where: { productId } })
  await tx.wish.createMany({
    data: content.wishes.map(({ labelEn, hintZh, hintEn, ...wish }, position) => ({
      ...wish,
      labelEn: labelEn || null,
      hintZh: hintZh || null,
      hintEn: hintEn || null,
      productId,
      position,
    })),
  })
}

const zhFields = ['titleZh', 'storyZh', 'materialsZh', 'sizeZh', 'careZh'] as const
const enFields = ['titleEn', 'storyEn', 'materialsEn', 'sizeEn', 'careEn'] as const

async function applyTexts(tx: Tx, approval: Approval, before: ListingDraft): Promise<void> {
  const { productId, content, isEnglishReviewed, reviewerId, now } = approval
  const differs = (fields: readonly ListingField[]) =>
    fields.some((field) => before[field] !== content[field])
  const reviewed = { reviewedById: reviewerId, reviewedAt: now }
  if (differs(zhFields)) {
    const words = {
      title: content.titleZh,
      story: content.storyZh,
      materials: content.materialsZh,
      size: content.sizeZh || null,
      care: content.careZh || null,
      ...reviewed,
    }
    await writeText(tx, productId, 'zh-CN', words)
  }
  if (!isEnglishReviewed && (await isTranslatedSince(tx, approval))) return
  if (content.titleEn === '') {
    await tx.productText.deleteMany({ where: { productId, locale: 'en' } })
  } else if (differs(enFields) || isEnglishReviewed) {
    const words = {
      title: content.titleEn,
      story: content.storyEn,
      materials: content.materialsEn,
      size: content.sizeEn || null,
      care: content.careEn || null,
      ...(isEnglishReviewed ? reviewed : { reviewedById: null, reviewedAt: null }),
    }
    await writeText(tx, productId, 'en', words)
  }
}

/** Whether somebody has read and shown English of the piece since this revision was begun: what the revision says in English is from before, and says nothing about it. */
async function isTranslatedSince(tx: Tx, { productId, revisionId }: Approval): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ProductText" en JOIN "ListingRevision" l ON l."productId" = en."productId"
    WHERE en."productId" = ${productId}::uuid AND en.locale = 'en' AND en.source = 'translated' AND l.id = ${revisionId}::uuid AND en."reviewedAt" > l."createdAt"`
  return rows.length > 0
}

type Words = {
  title: string
  story: string
  materials: string
  size: string | null
  care: string | null
  reviewedById: string | null
  reviewedAt: Date | null
}

async function writeText(tx: Tx, productId: string, locale: 'zh-CN' | 'en', words: Words): Promise<void> {
  await tx.productText.upsert({
    where: { productId_locale: { productId, locale } },
    update: words,
    create: { productId, locale, ...words },
  })
}
