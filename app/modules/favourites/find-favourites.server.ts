import { onSale, selectPieces } from '~/modules/search/piece-sql.server'
import { type PieceRow, pieceView, wordsIn } from '~/modules/search/piece-view'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { FavouritesView, FollowedMaker, KeptPiece, KeptState } from './favourites-view'
import { findVisitorIds, isStranger } from './find-visitor-ids.server'
import { mostFollowed, mostKept } from './schema'
import type { VisitorProof } from './visitor-cookie.server'

const mostNewest = 12

/** All that a visitor marked, the latest first, and what the makers she follows have hung since. Four statements; none for a stranger. */
export async function findFavourites({
  visitor,
  locale,
}: {
  visitor: VisitorProof
  locale: Locale
}): Promise<FavouritesView> {
  const nothing = { pieces: [], makers: [], newest: [] }
  if (isStranger(visitor)) return nothing
  return inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    if (visitorIds.length === 0) return nothing
    return {
      pieces: await findKept(tx, visitorIds, locale),
      makers: await findFollowed(tx, visitorIds, locale),
      newest: await findNewest(tx, visitorIds, locale),
    }
  })
}

async function findKept(tx: Tx, visitorIds: readonly string[], locale: Locale): Promise<KeptPiece[]> {
  const rows = await tx.$queryRaw<(PieceRow & { keptFen: bigint; state: KeptState })[]>`
    WITH kept AS (SELECT DISTINCT ON ("productId") "productId", "priceFen", "keptAt" FROM "Favourite"
      WHERE "visitorId" = ANY(${[...visitorIds]}::uuid[]) ORDER BY "productId", "keptAt"),
    page AS (
      SELECT p.id, row_number() OVER (ORDER BY k."keptAt" DESC, p.id) AS place, k."priceFen" AS "keptFen",
        CASE WHEN p.status = 'withdrawn' THEN 'gone' WHEN ${onSale} THEN 'on_sale' ELSE 'paused' END AS state
      FROM kept k JOIN "Product" p ON p.id = k."productId" JOIN "Seller" s ON s.id = p."sellerId"
      WHERE p."fromPriceFen" IS NOT NULL ORDER BY k."keptAt" DESC, p.id LIMIT ${mostKept})
    SELECT pieces.*, page."keptFen", page.state FROM (${selectPieces}) pieces JOIN page USING (id) ORDER BY page.place`
  return rows.map(({ keptFen, state, ...row }) => ({
    ...pieceView(row, locale),
    keptFen: toSafeNumber(keptFen),
    state,
  }))
}

async function findFollowed(tx: Tx, visitorIds: readonly string[], locale: Locale): Promise<FollowedMaker[]> {
  const rows = await tx.$queryRaw<
    {
      slug: string
      nameZh: string
      nameEn: string
      countyZh: string
      countyEn: string | null
      since: Date
      isOpen: boolean
      hasPage: boolean
      count: number
    }[]
  >`
    SELECT s.slug, s."nameZh", s."nameEn", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", f.since, s.status = 'active' AS "isOpen",
      s.status IN ('active', 'paused') AS "hasPage",
      (SELECT count(*)::int FROM "Product" p WHERE p."sellerId" = s.id AND ${onSale}) AS count
    FROM (SELECT "sellerId", min(since) AS since FROM "Follow" WHERE "visitorId" = ANY(${[...visitorIds]}::uuid[]) GROUP BY "sellerId") f
    JOIN "Seller" s ON s.id = f."sellerId" JOIN "Region" g ON g.id = s."countyId" ORDER BY f.since DESC, s.id LIMIT ${mostFollowed}`
  return rows.map(({ slug, nameZh, nameEn, countyZh, countyEn, since, isOpen, hasPage, count }) => ({
    slug,
    name: locale === 'en' ? nameEn : nameZh,
    county: wordsIn(locale, countyZh, countyEn).text,
    since: dayOf(since),
    isOpen,
    hasPage,
    count,
  }))
}

async function findNewest(tx: Tx, visitorIds: readonly string[], locale: Locale) {
  const ids = [...visitorIds]
  const rows = await tx.$queryRaw<PieceRow[]>`
    WITH page AS (
      SELECT p.id, row_number() OVER (ORDER BY p."publishedAt" DESC, p.id) AS place FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE s.id IN (SELECT "sellerId" FROM "Follow" WHERE "visitorId" = ANY(${ids}::uuid[])) AND ${onSale}
        AND NOT EXISTS (SELECT 1 FROM "Favourite" f WHERE f."productId" = p.id AND f."visitorId" = ANY(${ids}::uuid[]))
      ORDER BY p."publishedAt" DESC, p.id LIMIT ${mostNewest})
    ${selectPieces}`
  return rows.map((row) => pieceView(row, locale))
}
