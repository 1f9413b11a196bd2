import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { writeSearchWords } from '~/modules/search/write-search-words.server'
import type { Tx } from '~/platform/db/prisma.server'
import { locales } from '~/platform/i18n/locale'
import { type MessageKey, translator } from '~/platform/i18n/translate'

const placeNames = { nameZh: true, nameEn: true } as const
const sellerSelect = {
  nameZh: true,
  nameEn: true,
  county: { select: placeNames },
  region: { select: { ancestorIds: true } },
} as const

/**
 * Writes what a piece and its maker can be found by, from what stands in their rows now. Call it after every change of the piece's words, craft or shop, last
 * in the transaction. English counts once it is reviewed.
 */
export async function writeSearch(tx: Tx, productId: string): Promise<void> {
  const product = await tx.product.findUniqueOrThrow({
    where: { id: productId },
    select: {
      sellerId: true,
      materialCodes: true,
      colourCodes: true,
      occasionCodes: true,
      craft: { select: { nameZh: true, nameEn: true } },
      seller: { select: sellerSelect },
      texts: { select: { locale: true, title: true, story: true, materials: true, reviewedAt: true } },
    },
  })
  const { craft, seller, texts } = product
  const zh = texts.find((text) => text.locale === 'zh-CN')
  if (!zh) throw new Error('a piece is found by its Chinese words')
  const en = texts.find((text) => text.locale === 'en' && text.reviewedAt !== null)
  const titles: MessageKey[] = [
    ...materials.filter((code) => product.materialCodes.includes(code)).map((code) => materialTitle[code]),
    ...colours.filter((code) => product.colourCodes.includes(code)).map((code) => colourTitle[code]),
    ...occasions.filter((code) => product.occasionCodes.includes(code)).map((code) => occasionTitle[code]),
  ]
  await writeSearchWords(
    tx,
    { kind: 'product', id: productId },
    {
      names: [zh.title, en?.title ?? null, craft.nameZh, craft.nameEn, seller.nameZh, seller.nameEn],
      kinds: [zh.title, craft.nameZh],
      others: [
        zh.story,
        zh.materials,
        en?.story ?? null,
        en?.materials ?? null,
        ...(await findPlaces(tx, seller)),
        ...locales.flatMap((locale) => titles.map((title) => translator(locale)(title))),
        ...colourNames(product.colourCodes),
      ],
    },
  )
  await writeMakerSearch(tx, product.sellerId)
}

/** A colour as it is asked for in Chinese: 红 on a piece, 红色 in a search. */
function colourNames(codes: readonly string[]): string[] {
  const t = translator('zh-CN')
  return colours.filter((code) => codes.includes(code)).map((code) => `${t(colourTitle[code])}色`)
}

/** Writes what a maker can be found by: the name of her shop, her place down to the town, her crafts. Never her own name. */
export async function writeMakerSearch(tx: Tx, sellerId: string): Promise<void> {
  const seller = await tx.seller.findUniqueOrThrow({ where: { id: sellerId }, select: sellerSelect })
  const crafts = await tx.craft.findMany({
    where: { products: { some: { sellerId, status: 'on_sale' } } },
    select: placeNames,
  })
  await writeSearchWords(
    tx,
    { kind: 'maker', id: sellerId },
    {
      names: [seller.nameZh, seller.nameEn],
      others: [
        ...(await findPlaces(tx, seller)),
        ...crafts.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]),
      ],
    },
  )
}

type Placed = {
  county: { nameZh: string; nameEn: string | null }
  region: { ancestorIds: string[] }
}

/** The names of a shop's province, city, county and town: the village is never public. */
async function findPlaces(tx: Tx, { county, region }: Placed): Promise<(string | null)[]> {
  const places = await tx.region.findMany({
    where: { id: { in: region.ancestorIds }, level: { not: 'village' } },
    select: placeNames,
  })
  return [county, ...places].flatMap(({ nameZh, nameEn }) => [nameZh, nameEn])
}
