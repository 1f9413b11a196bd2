import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

/** One maker and what she says, for the first page. */
export type SpeakingMaker = {
  slug: string
  name: string
  seal: string
  county: string
  words: string
  wordsLang: 'zh-CN' | null
  makerName: string | null
  yearsAtCraft: number | null
  isSample: boolean
  picture: PhotoData
}

type MakerRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> & {
  slug: string
  nameZh: string
  nameEn: string
  sealText: string
  countyZh: string
  countyEn: string | null
  wordsZh: string
  wordsEn: string | null
  makerName: string | null
  yearsAtCraft: number | null
  isSample: boolean
}

/** Whether a maker (`s`) may be shown with her words: she is open, and an owner of the shop lets her story be public today. */
export const speaks = Prisma.sql`s.status = 'active' AND s."wordsZh" IS NOT NULL AND owner_consents(s.id, 'public_story')`

/** her newest pieces among whose pictures one is chosen */
const candidates = 40

type FindSpeakingMakersInput = {
  locale: Locale
  /** another maker for another turn (the season), always the same within one */
  turn: string
  /** a piece whose picture the page shows already */
  exceptProductSlug: string
  /** makers of the week in their order; empty = the season's one */
  sellerIds: readonly string[]
}

/**
 * Makers who let their words be shown, each with a picture of her work: one in the making before a finished one. Those who were chosen, as far as they let; else one by the
 * season. Empty while nobody does.
 */
export async function findSpeakingMakers({
  locale,
  turn,
  exceptProductSlug,
  sellerIds,
}: FindSpeakingMakersInput): Promise<SpeakingMaker[]> {
  const ids = [...sellerIds]
  const rows = await prisma.$queryRaw<MakerRow[]>`
    WITH chosen AS (
      SELECT s.*, array_position(${ids}::uuid[], s.id) AS place FROM "Seller" s WHERE s.id = ANY(${ids}::uuid[]) AND ${speaks}),
    speaking AS (SELECT * FROM chosen UNION ALL (
      SELECT s.*, 1 FROM "Seller" s WHERE NOT EXISTS (SELECT 1 FROM chosen) AND s.status = 'active' AND s."wordsZh" IS NOT NULL AND (
        SELECT true FROM "Product" p JOIN "ProductMedia" pm ON pm."productId" = p.id
        WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND p.slug <> ${exceptProductSlug} LIMIT 1)
      ORDER BY s.kind <> 'individual', md5(s.slug || ${turn}) LIMIT 1))
    SELECT s.slug, s."nameZh", s."nameEn", s."sealText", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", s."wordsZh", s."wordsEn",
      s."makerName", s."yearsAtCraft", s."isSample", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM speaking s JOIN "Region" g ON g.id = s."countyId"
    LEFT JOIN LATERAL (SELECT m.* FROM (SELECT p.id, p."publishedAt" FROM "Product" p
        WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND p.slug <> ${exceptProductSlug} ORDER BY p."publishedAt" DESC LIMIT ${candidates}) hers
      JOIN "ProductMedia" pm ON pm."productId" = hers.id JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
      ORDER BY array_position(ARRAY['making', 'in-use', 'detail', 'macro'], m.shot), pm.position, hers."publishedAt" DESC LIMIT 1) m ON true
    ORDER BY s.place`
  return rows.map((row) => speakingMaker(row, locale))
}

function speakingMaker(row: MakerRow, locale: Locale): SpeakingMaker {
  const words = wordsIn(locale, row.wordsZh, row.wordsEn)
  const name = locale === 'en' ? row.nameEn : row.nameZh
  return {
    slug: row.slug,
    name,
    seal: row.sealText,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    words: words.text,
    wordsLang: words.lang,
    makerName: row.makerName,
    yearsAtCraft: row.yearsAtCraft,
    isSample: row.isSample,
    picture: pictureOfRow(row, locale, name),
  }
}
