import { dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { hideSmall } from '~/platform/small-cells'
import { decidedBefore } from './decided-before.server'

/** What reached the makers of a craft or a county. */
export type ImpactGroup = { name: string; makers: number; pieces: number; paidFen: number }

/** Groups that are told, in the order of their names in the house, and how many are not because they are few. */
export type Breakdown = { groups: ImpactGroup[]; hidden: number }

export type ImpactBreakdown = {
  byCraft: Breakdown
  byCounty: Breakdown
  /** of half of all pieces sold at least this share of the price reached the maker, basis points; null without any */
  medianShareBps: number | null
}

type Row = {
  kind: 'craft' | 'county' | 'all'
  zh: string
  en: string | null
  makers: number
  pieces: number
  paidFen: bigint
  shareBps: number | null
}

/**
 * The money of counted sales by craft and by the county in which each was made, up to yesterday, so that no single sale can be read off a change. Groups of fewer than five makers are not told, nor what would tell them. Reads no person
 * and no household.
 */
export async function findBreakdown(locale: Locale): Promise<ImpactBreakdown> {
  const until = startOf(dayOf(await appNow()))
  const rows = await prisma.$queryRaw<Row[]>`
    WITH line AS (
      SELECT l.id, l.quantity, l."amountFen" - l."discountFen" + l."borneFen"
          - coalesce((SELECT sum(b."amountFen" + b."borneFen") FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId" WHERE b."orderLineId" = l.id AND f."createdAt" < ${until}), 0) AS price, c."sellerId", p."craftId", g.id AS "countyId",
        (SELECT -sum(e."amountMinor") FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
          WHERE e."orderLineId" = l.id AND e.currency = 'CNY' AND e.purpose IN ('share', 'broker') AND t."occurredAt" < ${until}) AS paid
      FROM "CountedSale" c JOIN "OrderLine" l ON l."sellerOrderId" = c."sellerOrderId"
      JOIN "Region" w ON w.id = c."regionId" LEFT JOIN "Region" g ON g.id = ANY(w."ancestorIds") AND g.level = 'county'
      LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId" WHERE c."completedAt" < ${until} AND ${decidedBefore(until)}),
    kept AS (SELECT * FROM line WHERE paid > 0)
    SELECT 'craft' AS kind, coalesce(k."nameZh", '其他') AS zh, coalesce(k."nameEn", 'Other') AS en, count(DISTINCT "sellerId")::int AS makers, sum(quantity)::int AS pieces, sum(paid)::bigint AS "paidFen", null::int AS "shareBps", k.position AS place
      FROM kept LEFT JOIN "Craft" k ON k.id = "craftId" GROUP BY k.id
    UNION ALL
    SELECT 'county', g."nameZh", g."nameEn", count(DISTINCT "sellerId")::int, sum(quantity)::int, sum(paid)::bigint, null, g.code::int FROM kept JOIN "Region" g ON g.id = "countyId" GROUP BY g.id
    UNION ALL
    SELECT 'all', '', '', count(DISTINCT "sellerId")::int, coalesce(sum(quantity), 0)::int, coalesce(sum(paid), 0)::bigint,
      (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY (10000 * paid / price)::int DESC) FROM kept WHERE price > 0), 0 FROM kept
    ORDER BY kind, place`
  return {
    byCraft: told(rows, 'craft', locale),
    byCounty: told(rows, 'county', locale),
    medianShareBps: rows.find(({ kind }) => kind === 'all')?.shareBps ?? null,
  }
}

function told(rows: readonly Row[], kind: Row['kind'], locale: Locale): Breakdown {
  const groups = rows.filter((row) => row.kind === kind)
  const { rows: isHidden, isTotalHidden } = hideSmall(groups.map(({ makers }) => makers))
  // the sum of all stands on the same page: where it would tell the hidden ones, none is told
  if (isTotalHidden) return { groups: [], hidden: groups.length }
  return {
    groups: groups
      .filter((_, at) => !isHidden[at])
      .map(({ zh, en, makers, pieces, paidFen }) => ({
        name: (locale === 'en' && en) || zh,
        makers,
        pieces,
        paidFen: toSafeNumber(paidFen),
      })),
    hidden: isHidden.filter(Boolean).length,
  }
}
