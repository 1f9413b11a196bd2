import { z } from 'zod'
import type { SellerKind } from '~/generated/prisma/enums'
import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { isOfCraft } from '~/modules/search/product-filter.server'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

const pageSize = 24

/** A maker as a list shows her: by her work. */
export type MakerView = {
  slug: string
  name: string
  seal: string
  kind: SellerKind
  county: string
  crafts: string[]
  /** pieces on sale */
  pieceCount: number
  picture: PhotoData
}

export type MakersQuery = {
  craft: string | null
  after: string | null
  /** the address of a base: only who works with it today */
  base?: string
}

/** One page of makers; `next` continues it. */
export type MakersPage = { makers: MakerView[]; next: string | null }

type MakerRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> & {
  id: string
  slug: string
  nameZh: string
  nameEn: string
  sealText: string
  kind: SellerKind
  countyZh: string
  countyEn: string | null
  craftsZh: string[]
  craftsEn: string[]
  pieceCount: number
  createdMs: bigint
}

const Cursor = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text) => {
    const [ms = '', id = ''] = text.split('_')
    return { at: new Date(Number(ms)), id }
  })

/** Makers who have something on sale, the newest first; of one craft or base when asked. One statement. */
export async function findMakers({ craft, after, base }: MakersQuery, locale: Locale): Promise<MakersPage> {
  const cursor = Cursor.safeParse(after)
  const beyond = cursor.success
    ? Prisma.sql`s."createdAt" <= ${cursor.data.at} AND (s."createdAt" < ${cursor.data.at} OR s.id > ${cursor.data.id}::uuid)`
    : Prisma.sql`true`
  const ofCraft = isOfCraft(craft === null ? [] : [craft])
  const ofBase =
    base === undefined
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM "BaseMember" b JOIN "Seller" host ON host.id = b."baseId" WHERE b."sellerId" = s.id AND b."validTo" IS NULL AND host.slug = ${base})`
  const rows = await prisma.$queryRaw<MakerRow[]>`
    WITH page AS (
      SELECT s.* FROM "Seller" s WHERE s.status = 'active' AND ${beyond} AND ${ofBase} AND (
        SELECT true FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND ${ofCraft} LIMIT 1)
      ORDER BY s."createdAt" DESC, s.id LIMIT ${pageSize + 1})
    SELECT s.id, s.slug, s."nameZh", s."nameEn", s."sealText", s.kind::text AS kind, g."nameZh" AS "countyZh", g."nameEn" AS "countyEn",
      (extract(epoch FROM s."createdAt") * 1000)::bigint AS "createdMs", w."craftsZh", w."craftsEn", w."pieceCount",
      m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM page s JOIN "Region" g ON g.id = s."countyId"
    CROSS JOIN LATERAL (SELECT sum(c.pieces)::int AS "pieceCount", array_agg(k."nameZh" ORDER BY k.position) AS "craftsZh",
        array_agg(k."nameEn" ORDER BY k.position) AS "craftsEn"
      FROM (SELECT p."craftId", count(*) AS pieces FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' GROUP BY p."craftId") c
      JOIN "Craft" k ON k.id = c."craftId") w
    LEFT JOIN LATERAL (SELECT m.* FROM (SELECT p.id FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND ${ofCraft}
        ORDER BY p."publishedAt" DESC, p.id LIMIT 1) p JOIN "ProductMedia" pm ON pm."productId" = p.id
      JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready' ORDER BY pm.position LIMIT 1) m ON true
    ORDER BY s."createdAt" DESC, s.id`
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    makers: shown.map((row) => makerView(row, locale)),
    next: rows.length > pageSize && last ? `${last.createdMs}_${last.id}` : null,
  }
}

function makerView(row: MakerRow, locale: Locale): MakerView {
  const name = locale === 'en' ? row.nameEn : row.nameZh
  return {
    slug: row.slug,
    name,
    seal: row.sealText,
    kind: row.kind,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    crafts: locale === 'en' ? row.craftsEn : row.craftsZh,
    pieceCount: row.pieceCount,
    picture: pictureOfRow(row, locale, name),
  }
}
