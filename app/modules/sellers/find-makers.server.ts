import type { SellerKind } from '~/generated/prisma/enums'
import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { isOfCraft } from '~/modules/search/product-filter.server'
import { pageSize, type Turn } from '~/modules/search/product-query'
import { type TurnedPage, turnedPage } from '~/modules/search/turned-page'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

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
  /** null = from the start */
  turn: Turn | null
  /** the address of a base: only who works with it today */
  base?: string
}

/** One page of makers. */
export type MakersPage = Omit<TurnedPage<never>, 'shown'> & { makers: MakerView[] }

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
  /** when it opened, ms */
  key: bigint
}

/** Makers who have something on sale, the newest first; of one craft or base when asked. One statement; one more where everything before a page is gone since. */
export async function findMakers(query: MakersQuery, locale: Locale): Promise<MakersPage> {
  const { craft, turn, base } = query
  const [beyond, order] = turn?.isBack ? backwards(turn) : forwards(turn)
  const ofCraft = isOfCraft(craft === null ? [] : [craft])
  const ofBase =
    base === undefined
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM "BaseMember" b JOIN "Seller" host ON host.id = b."baseId" WHERE b."sellerId" = s.id AND b."validTo" IS NULL AND host.slug = ${base})`
  const rows = await prisma.$queryRaw<MakerRow[]>`
    WITH page AS (
      SELECT s.* FROM "Seller" s WHERE s.status = 'active' AND ${beyond} AND ${ofBase} AND (
        SELECT true FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND ${ofCraft} LIMIT 1)
      ORDER BY ${order} LIMIT ${pageSize + 1})
    SELECT s.id, s.slug, s."nameZh", s."nameEn", s."sealText", s.kind::text AS kind, g."nameZh" AS "countyZh", g."nameEn" AS "countyEn",
      (extract(epoch FROM s."createdAt") * 1000)::bigint AS key, w."craftsZh", w."craftsEn", w."pieceCount",
      m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM page s JOIN "Region" g ON g.id = s."countyId"
    CROSS JOIN LATERAL (SELECT sum(c.pieces)::int AS "pieceCount", array_agg(k."nameZh" ORDER BY k.position) AS "craftsZh",
        array_agg(k."nameEn" ORDER BY k.position) AS "craftsEn"
      FROM (SELECT p."craftId", count(*) AS pieces FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' GROUP BY p."craftId") c
      JOIN "Craft" k ON k.id = c."craftId") w
    LEFT JOIN LATERAL (SELECT m.* FROM (SELECT p.id FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale' AND ${ofCraft}
        ORDER BY p."publishedAt" DESC, p.id LIMIT 1) p JOIN "ProductMedia" pm ON pm."productId" = p.id
      JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready' ORDER BY pm.position LIMIT 1) m ON true
    ORDER BY ${order}`
  if (turn?.isBack && rows.length === 0) return findMakers({ ...query, turn: null }, locale)
  const { shown, ...neighbours } = turnedPage(turn, rows)
  return { ...neighbours, makers: shown.map((row) => makerView(row, locale)) }
}

/** What lies behind a turn, and its order. */
function forwards(turn: Turn | null): readonly [Prisma.Sql, Prisma.Sql] {
  const order = Prisma.sql`s."createdAt" DESC, s.id`
  if (turn === null) return [Prisma.sql`true`, order]
  const at = momentOf(turn)
  return [
    Prisma.sql`s."createdAt" <= ${at} AND (s."createdAt" < ${at} OR s.id > ${turn.from.id}::uuid)`,
    order,
  ]
}

/** What lies before a turn, beginning at it. */
function backwards(turn: Turn): readonly [Prisma.Sql, Prisma.Sql] {
  const at = momentOf(turn)
  return [
    Prisma.sql`s."createdAt" >= ${at} AND (s."createdAt" > ${at} OR s.id < ${turn.from.id}::uuid)`,
    Prisma.sql`s."createdAt", s.id DESC`,
  ]
}

/** An address may name a moment that no date of JavaScript can write: the database counts it out. */
function momentOf({ from }: Turn): Prisma.Sql {
  return Prisma.sql`to_timestamp(${from.key}::bigint / 1000.0)`
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
