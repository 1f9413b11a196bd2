import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { prisma } from '~/platform/db/prisma.server'
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

/** her newest pieces among whose pictures one is chosen */
const candidates = 40

type FindSpeakingMakerInput = {
  locale: Locale
  /** another maker for another turn (the season), always the same within one */
  turn: string
  /** a piece whose picture the page shows already */
  exceptProductSlug: string
}

/** A maker who lets her words be shown, with a picture of her work: one in the making before a finished one. null while nobody does. */
export async function findSpeakingMaker({
  locale,
  turn,
  exceptProductSlug,
}: FindSpeakingMakerInput): Promise<SpeakingMaker | null> {
  const [row] = await prisma.$queryRaw<MakerRow[]>`
    WITH chosen AS (
      SELECT s.* FROM "Seller" s WHERE s.status = 'active' AND s."wordsZh" IS NOT NULL AND (
        SELECT true FROM "Product" p JOIN "ProductMedia" pm ON pm."productId" = p.id
        WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND p.slug <> ${exceptProductSlug} LIMIT 1)
      ORDER BY s.kind <> 'individual', md5(s.slug || ${turn}) LIMIT 1),
    hers AS (SELECT p.id, p."publishedAt" FROM chosen JOIN "Product" p ON p."sellerId" = chosen.id AND p.status = 'on_sale'
      WHERE p.slug <> ${exceptProductSlug} ORDER BY p."publishedAt" DESC LIMIT ${candidates})
    SELECT s.slug, s."nameZh", s."nameEn", s."sealText", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", s."wordsZh", s."wordsEn",
      s."makerName", s."yearsAtCraft", s."isSample", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM chosen s JOIN "Region" g ON g.id = s."countyId"
    LEFT JOIN LATERAL (SELECT m.* FROM hers JOIN "ProductMedia" pm ON pm."productId" = hers.id
      JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
      ORDER BY array_position(ARRAY['making', 'in-use', 'detail', 'macro'], m.shot), pm.position, hers."publishedAt" DESC LIMIT 1) m ON true`
  if (!row) return null
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
