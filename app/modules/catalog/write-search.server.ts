import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { writeSearchWords } from '~/modules/search/write-search-words.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { locales } from '~/platform/i18n/locale'
import { type MessageKey, translator } from '~/platform/i18n/translate'

/** The names of a shop's (`s`) province, city, county and town: the village is never public. */
const placesOfShop = Prisma.sql`ARRAY(
  SELECT name FROM "Region" home JOIN "Region" r ON r.id = s."countyId" OR (r.id = ANY(home."ancestorIds") AND r.level <> 'village')
  CROSS JOIN unnest(ARRAY[r."nameZh", r."nameEn"]) name WHERE home.id = s."regionId" AND name IS NOT NULL)`

type PieceWords = {
  sellerId: string
  materialCodes: string[]
  colourCodes: string[]
  occasionCodes: string[]
  names: string[]
  kinds: string[]
  told: string[]
  places: string[]
}

/**
 * Writes what a piece and its maker can be found by, from what stands in their rows now. Call it after every change of the piece's words, craft or shop, last
 * in the transaction. English counts once it is reviewed.
 */
export async function writeSearch(tx: Tx, productId: string): Promise<void> {
  await writeMakerSearch(tx, await writePieceSearch(tx, productId))
}

/** The same of the piece alone; whose it is. */
export async function writePieceSearch(tx: Tx, productId: string): Promise<string> {
  const [piece] = await tx.$queryRaw<PieceWords[]>`
    SELECT p."sellerId", p."materialCodes", p."colourCodes", p."occasionCodes",
      array_remove(ARRAY[zh.title, en.title, k."nameZh", k."nameEn", s."nameZh", s."nameEn"], NULL) AS names, ARRAY[zh.title, k."nameZh"] AS kinds,
      array_remove(ARRAY[zh.story, zh.materials, en.story, en.materials], NULL) AS told, ${placesOfShop} AS places
    FROM "Product" p JOIN "Craft" k ON k.id = p."craftId" JOIN "Seller" s ON s.id = p."sellerId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
    WHERE p.id = ${productId}::uuid`
  if (!piece) throw new Error('a piece is found by its Chinese words')
  const titles: MessageKey[] = [
    ...materials.filter((code) => piece.materialCodes.includes(code)).map((code) => materialTitle[code]),
    ...colours.filter((code) => piece.colourCodes.includes(code)).map((code) => colourTitle[code]),
    ...occasions.filter((code) => piece.occasionCodes.includes(code)).map((code) => occasionTitle[code]),
  ]
  await writeSearchWords(
    tx,
    { kind: 'product', id: productId },
    {
      names: piece.names,
      kinds: piece.kinds,
      others: [
        ...piece.told,
        ...piece.places,
        ...locales.flatMap((locale) => titles.map((title) => translator(locale)(title))),
        ...colourNames(piece.colourCodes),
      ],
    },
  )
  return piece.sellerId
}

/** A colour as it is asked for in Chinese: 红 on a piece, 红色 in a search. */
function colourNames(codes: readonly string[]): string[] {
  const t = translator('zh-CN')
  return colours.filter((code) => codes.includes(code)).map((code) => `${t(colourTitle[code])}色`)
}

type MakerWords = { names: string[]; places: string[]; crafts: string[] }

/** Writes what a maker can be found by: the name of her shop, her place down to the town, her crafts. Never her own name. */
export async function writeMakerSearch(tx: Tx, sellerId: string): Promise<void> {
  const [maker] = await tx.$queryRaw<MakerWords[]>`
    SELECT array_remove(ARRAY[s."nameZh", s."nameEn"], NULL) AS names, ${placesOfShop} AS places, ARRAY(
      SELECT name FROM "Craft" k CROSS JOIN unnest(ARRAY[k."nameZh", k."nameEn"]) name
      WHERE EXISTS (SELECT 1 FROM "Product" p WHERE p."craftId" = k.id AND p."sellerId" = s.id AND p.status = 'on_sale')) AS crafts
    FROM "Seller" s WHERE s.id = ${sellerId}::uuid`
  if (!maker) throw new Error(`no shop ${sellerId}`)
  const { names, places, crafts } = maker
  await writeSearchWords(tx, { kind: 'maker', id: sellerId }, { names, others: [...places, ...crafts] })
}
