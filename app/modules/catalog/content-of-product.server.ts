import { colours, materials, occasions } from '~/modules/search/attributes'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { ListingDraft } from './schema'
import { type ListingPhoto, shots } from './shots'

const liveSelect = {
  makingMinutes: true,
  widthMm: true,
  heightMm: true,
  depthMm: true,
  materialCodes: true,
  colourCodes: true,
  occasionCodes: true,
  shipsAbroad: true,
  attributes: true,
  materialsCostFen: true,
  packingFen: true,
  hourlyWageFen: true,
  lowWageReason: true,
  showsCosts: true,
  craft: { select: { code: true } },
  texts: { select: { locale: true, title: true, story: true, materials: true, size: true, care: true } },
  wishes: {
    select: { labelZh: true, labelEn: true, hintZh: true, hintEn: true, maxLength: true, isRequired: true },
    orderBy: { position: 'asc' },
  },
  pictures: { select: { mediaId: true, media: { select: { shot: true } } }, orderBy: { position: 'asc' } },
  variants: {
    where: { retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      makeMode: true,
      makeDays: true,
      weeklyCapacity: true,
      weightGrams: true,
      prices: { where: { channel: 'retail', minQuantity: 1 }, select: { unitPriceFen: true } },
      stock: { select: { onHand: true } },
    },
  },
} as const satisfies Prisma.ProductSelect

type LiveRow = Prisma.ProductGetPayload<{ select: typeof liveSelect }>
type LiveVariant = LiveRow['variants'][number]

/** What stands in the shop, written as a listing: what a new revision begins with and what a change is compared with. */
export async function contentOfProduct(tx: Tx, productId: string): Promise<ListingDraft> {
  const row = await tx.product.findUniqueOrThrow({ where: { id: productId }, select: liveSelect })
  const zh = row.texts.find((text) => text.locale === 'zh-CN')
  const en = row.texts.find((text) => text.locale === 'en')
  const [first] = row.variants
  return ListingDraft.parse({
    titleZh: zh?.title,
    storyZh: zh?.story,
    materialsZh: zh?.materials,
    sizeZh: zh?.size ?? '',
    careZh: zh?.care ?? '',
    titleEn: en?.title,
    storyEn: en?.story,
    materialsEn: en?.materials,
    sizeEn: en?.size ?? '',
    careEn: en?.care ?? '',
    craftCode: row.craft.code,
    makingHours: row.makingMinutes === null ? null : Math.max(0.5, Math.round(row.makingMinutes / 30) / 2),
    materialCodes: materials.filter((code) => row.materialCodes.includes(code)),
    colourCodes: colours.filter((code) => row.colourCodes.includes(code)),
    occasionCodes: occasions.filter((code) => row.occasionCodes.includes(code)),
    widthMm: row.widthMm,
    heightMm: row.heightMm,
    depthMm: row.depthMm,
    shipsAbroad: row.shipsAbroad,
    attributes: row.attributes,
    wishes: row.wishes.map(({ labelEn, hintZh, hintEn, ...wish }) => ({
      ...wish,
      labelEn: labelEn ?? '',
      hintZh: hintZh ?? '',
      hintEn: hintEn ?? '',
    })),
    ...costsOf(row),
    photos: photosOf(row.pictures),
    ...(first ? makingOf(first) : {}),
    options: row.variants.length > 1 || first?.nameZh ? row.variants.map(optionOf) : [],
  })
}

function costsOf({ materialsCostFen, packingFen, hourlyWageFen, lowWageReason, showsCosts }: LiveRow) {
  const whole = (fen: bigint | null) => (fen === null ? null : toSafeNumber(fen))
  return {
    materialsCostFen: whole(materialsCostFen),
    packingFen: whole(packingFen),
    hourlyWageFen: whole(hourlyWageFen),
    lowWageReason: lowWageReason ?? '',
    showsCosts,
  }
}

function makingOf(variant: LiveVariant) {
  const { makeMode, makeDays, weeklyCapacity, weightGrams } = variant
  return {
    makeMode,
    makeDays,
    weeklyCapacity,
    weightGrams,
    stock: shelfOf(variant),
    priceFen: priceOf(variant),
  }
}

function optionOf(variant: LiveVariant) {
  const { id, nameZh, nameEn, makeDays } = variant
  return {
    variantId: id,
    nameZh: nameZh ?? '',
    nameEn: nameEn ?? '',
    priceFen: priceOf(variant),
    stock: shelfOf(variant),
    makeDays,
  }
}

/** A shelf is counted in the studio, never through a listing: the number only says that there is one. */
function shelfOf({ stock }: LiveVariant): number | null {
  return stock ? Math.max(1, stock.onHand) : null
}

function priceOf({ prices: [price] }: LiveVariant): number | null {
  return price ? toSafeNumber(price.unitPriceFen) : null
}

/** By what each shows, when the pictures say so and in order; else by their places. */
function photosOf(pictures: LiveRow['pictures']): ListingPhoto[] {
  const places = pictures.map(({ media }) => placeOf(media.shot))
  const isTold = places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)))
  return pictures.slice(0, shots.length).flatMap(({ mediaId }, at) => {
    const shot = shots[isTold ? (places[at] ?? at) : at]
    return shot ? [{ mediaId, shot }] : []
  })
}

function placeOf(name: string | null): number {
  return shots.findIndex((shot) => name === `${shot}`)
}
