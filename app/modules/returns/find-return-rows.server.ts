import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, nextMonthStart, startOf, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { differingFigures, type FigureName, type Figures, sumFigures } from './figures'
import { findOwnFigures, readFigures } from './find-own-figures.server'
import { findPlace } from './find-place.server'
import { findNewestReturns } from './find-returns.server'
import { type RowKind, rowFigures } from './row-kinds'

/** One of the rows that a figure of a return is made of; what its kind does not have is null. */
export type ReturnFigureRow = {
  /** of the row, and where the next page begins */
  id: string
  /** of the sale, the earning, the payment or the opening */
  day: Day | null
  /** null for what was sold outside her region */
  sellerOrderId: string | null
  orderNumber: string | null
  /** null for a person */
  sellerId: string | null
  /** of a person outside her region, and of income that is nobody's own, the shop; null where there is none */
  who: string | null
  householdId: string | null
  household: string | null
  village: string | null
  /** sales, earnings or payments that this row is: none where only money went back */
  times: number
  pieces: number
  amountFen: number
  /** her first income ever */
  isFirst: boolean
}

export type ReturnRowsPage = {
  place: string
  rows: ReturnFigureRow[]
  next: string | null
  /** what all rows come to, as they are booked now */
  sums: Figures
  /** what its newest return says, where that is something else; null where it is not, or nothing was confirmed yet */
  reported: { version: number; figures: Figures } | null
}

const perPage = 100

/**
 * The rows of one kind that the return of a place counts of a month, with all places below it or (isOwn) of the place itself, and what they come to; without those of places that it says did not report. They are those of now: what changed since the place
 * confirmed is said beside them. A place outside her region is not found.
 */
export async function findReturnRows({
  actor,
  month,
  code,
  of,
  isOwn = false,
  after,
  locale,
}: {
  actor: Actor
  month: Day
  code: string
  of: RowKind
  isOwn?: boolean
  after: string | null
  locale: Locale
}): Promise<ReturnRowsPage> {
  return inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    const places = isOwn
      ? Prisma.sql`r.id = ${place.id}::uuid`
      : Prisma.sql`r.path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid) AND NOT r.path <@ ${await findMissing(tx, { month, regionId: place.id })}::text[]::ltree[]`
    const rows = await readRows[of](tx, { month, places, after: keyOf(after) })
    const shown = rows.slice(0, perPage)
    const sums = await sumPlaces(tx, { month, places })
    return {
      place: (locale === 'en' && place.nameEn) || place.nameZh,
      rows: shown.map((row) => rowOf(row, locale)),
      next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null,
      sums,
      reported: await findReported(tx, { month, regionId: place.id, isOwn, of, sums }),
    }
  })
}

/** Paths of the places that the newest return of a place, or one that it took in, says did not report: what is booked there is not in its figures. */
async function findMissing(tx: Tx, { month, regionId }: { month: Day; regionId: string }): Promise<string[]> {
  const [newest] = await findNewestReturns(tx, { month, regionIds: [regionId] })
  if (!newest) return []
  const rows = await tx.$queryRaw<{ path: string }[]>`
    WITH RECURSIVE taken AS (
      SELECT w.* FROM "MonthlyReturnRow" w WHERE w."returnId" = ${newest.id}::uuid
      UNION ALL SELECT w.* FROM taken JOIN "MonthlyReturnRow" w ON w."returnId" = taken."childId")
    SELECT r.path::text FROM taken JOIN "Region" r ON r.id = taken."regionId" WHERE taken."isMissing"`
  return rows.map(({ path }) => path)
}

async function sumPlaces(tx: Tx, { month, places }: Pick<Asked, 'month' | 'places'>): Promise<Figures> {
  const regions = await tx.$queryRaw<{ id: string }[]>`SELECT r.id FROM "Region" r WHERE ${places}`
  return sumFigures([
    ...(await findOwnFigures(tx, { month, regionIds: regions.map(({ id }) => id) })).values(),
  ])
}

type Reported = { month: Day; regionId: string; isOwn: boolean; of: RowKind; sums: Figures }

/** What the place's newest return says, if in one of the figures of these rows it says otherwise. */
async function findReported(
  tx: Tx,
  { month, regionId, isOwn, of, sums }: Reported,
): Promise<ReturnRowsPage['reported']> {
  const [newest] = await findNewestReturns(tx, { month, regionIds: [regionId] })
  if (!newest) return null
  const own = isOwn ? await tx.monthlyReturnRow.findFirst({ where: { returnId: newest.id, regionId } }) : null
  const figures = own ? readFigures(own) : newest.figures
  const named: readonly FigureName[] = rowFigures[of]
  return differingFigures(figures, sums).some((name) => named.includes(name))
    ? { version: newest.version, figures }
    : null
}

type Asked = { month: Day; places: Prisma.Sql; after: Key }
type Key = { one: string | null; two: string | null; number: string | null }

/** What a page begins after: one id, two with a point between them, or a number. Anything else is the first page. */
function keyOf(after: string | null): Key {
  const [, one = null, two = null] = /^([0-9a-f-]{36})(?:\.([0-9a-f-]{36}))?$/.exec(after ?? '') ?? []
  return { one, two, number: /^\d{1,18}$/.test(after ?? '') ? after : null }
}

type Raw = {
  id: string
  at: Date | null
  sellerOrderId: string | null
  orderNumber: string | null
  sellerId: string | null
  zh: string | null
  en: string | null
  householdId: string | null
  household: string | null
  villageZh: string | null
  villageEn: string | null
  times: number
  pieces: number
  fen: bigint
  isFirst: boolean
}

/** What a kind of row leaves empty. */
const noOrder = Prisma.sql`null::uuid AS "sellerOrderId", null AS "orderNumber"`
const noHousehold = Prisma.sql`null::uuid AS "householdId", null AS household`
const noVillage = Prisma.sql`null AS "villageZh", null AS "villageEn"`

const readRows: Record<RowKind, (tx: Tx, asked: Asked) => Promise<Raw[]>> = {
  income: (tx, { month, places, after: { one } }) => tx.$queryRaw<Raw[]>`
    SELECT a.id::text, a."earnedOn"::timestamp AT TIME ZONE 'Asia/Shanghai' AS at, CASE WHEN w.path <@ scope_region() THEN s.id END AS "sellerOrderId", o.number AS "orderNumber", null::uuid AS "sellerId", coalesce(p.name, y."nameZh") AS zh, coalesce(p.name, y."nameEn") AS en,
      h.id AS "householdId", h.code AS household, ${noVillage}, (a."amountFen" > 0 AND a."personId" IS NOT NULL)::int AS times, 0 AS pieces, a."amountFen" AS fen, false AS "isFirst"
    FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId" JOIN "LedgerEntry" e ON e.id = a."ledgerEntryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    LEFT JOIN "SellerOrder" s ON s.id = t."sellerOrderId" LEFT JOIN "Order" o ON o.id = s."orderId"
    LEFT JOIN "Region" w ON w.id = s."regionId" LEFT JOIN "Seller" y ON y.id = s."sellerId"
    LEFT JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Household" h ON h.id = a."householdId"
    WHERE ${places} AND a."earnedOn" >= ${toDateColumn(month)}::date AND a."earnedOn" < ${toDateColumn(nextMonthStart(month))}::date
      AND (${one}::uuid IS NULL OR (a."earnedOn", a.id) > (SELECT b."earnedOn", b.id FROM "IncomeAttribution" b WHERE b.id = ${one}::uuid))
    ORDER BY a."earnedOn", a.id LIMIT ${perPage + 1}`,

  // a sale of the month, or money of an earlier one that went back in it
  sales: (tx, { month, places, after: { one } }) => {
    const [from, to] = [startOf(month), startOf(nextMonthStart(month))]
    return tx.$queryRaw<Raw[]>`
    SELECT c.id::text, c."completedAt" AS at, c.id AS "sellerOrderId", o.number AS "orderNumber", s.id AS "sellerId", s."nameZh" AS zh, s."nameEn" AS en, ${noHousehold}, ${noVillage},
      x.sale::int AS times, CASE WHEN x.sale THEN x.pieces ELSE 0 END AS pieces, x.fen, false AS "isFirst"
    FROM (
      SELECT c."sellerOrderId" AS id, c."sellerId", c."orderId", c."completedAt" FROM "CountedSale" c JOIN "Region" r ON r.id = c."regionId"
      WHERE ${places} AND c."completedAt" >= ${from} AND c."completedAt" < ${to}
      UNION
      SELECT c."sellerOrderId", c."sellerId", c."orderId", c."completedAt" FROM "LedgerTransaction" t JOIN "CountedSale" c ON c."sellerOrderId" = t."sellerOrderId" JOIN "Region" r ON r.id = c."regionId"
      WHERE ${places} AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to}
      ORDER BY "completedAt", id) c
    CROSS JOIN LATERAL (
      SELECT c."completedAt" >= ${from} AND c."completedAt" < ${to} AND EXISTS (SELECT 1 FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE t."sellerOrderId" = c.id AND t.kind = 'earned' AND e.purpose = 'share') AS sale,
        ((SELECT sum(l.quantity) FROM "OrderLine" l WHERE l."sellerOrderId" = c.id)
          - coalesce((SELECT sum(b.quantity) FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId" WHERE b."sellerOrderId" = c.id AND f."createdAt" < ${to}), 0))::int AS pieces,
        coalesce((SELECT -sum(e."amountMinor") FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
          WHERE t."sellerOrderId" = c.id AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to} AND e.currency = 'CNY' AND e.purpose IN ('share', 'broker', 'commission', 'commission_tax')), 0)::bigint AS fen) x
    JOIN "Order" o ON o.id = c."orderId" JOIN "Seller" s ON s.id = c."sellerId"
    WHERE (x.sale OR x.fen <> 0) AND (${one}::uuid IS NULL OR (c."completedAt", c.id) > (SELECT b."completedAt", b.id FROM "SellerOrder" b WHERE b.id = ${one}::uuid))
    ORDER BY c."completedAt", c.id LIMIT ${perPage + 1}`
  },

  // a woman once for each place in which she earned, as the return counts her
  earners: (tx, { month, places, after: { one, two } }) => {
    const from = toDateColumn(month)
    return tx.$queryRaw<Raw[]>`
    SELECT a."regionId"::text || '.' || a."personId"::text AS id, null::timestamptz AS at, ${noOrder}, null::uuid AS "sellerId", p.name AS zh, p.name AS en, ${noHousehold}, a.zh AS "villageZh", a.en AS "villageEn",
      a.times, 0 AS pieces, a.fen, first_earned_on(a."personId") >= ${from}::date AS "isFirst"
    FROM (
      SELECT a."regionId", a."personId", r.code, r."nameZh" AS zh, r."nameEn" AS en, (count(*) FILTER (WHERE a."amountFen" > 0))::int AS times, sum(a."amountFen")::bigint AS fen
      FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId"
      WHERE ${places} AND a."personId" IS NOT NULL AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${toDateColumn(nextMonthStart(month))}::date
      GROUP BY a."regionId", a."personId", r.code, r."nameZh", r."nameEn" HAVING count(*) FILTER (WHERE a."amountFen" > 0) > 0) a
    LEFT JOIN "Person" p ON p.id = a."personId"
    WHERE ${two}::uuid IS NULL OR (a.code, a."personId") > ((SELECT code FROM "Region" WHERE id = ${one}::uuid), ${two}::uuid)
    ORDER BY a.code, a."personId" LIMIT ${perPage + 1}`
  },

  // a household once for each place in which it earned, as the return counts it; one that is registered elsewhere now without its number
  households: (tx, { month, places, after: { one, two } }) => tx.$queryRaw<Raw[]>`
    SELECT a."regionId"::text || '.' || a."householdId"::text AS id, null::timestamptz AS at, ${noOrder}, null::uuid AS "sellerId", null AS zh, null AS en, h.id AS "householdId", h.code AS household, a.zh AS "villageZh", a.en AS "villageEn",
      1 AS times, 0 AS pieces, a.fen, household_first_earned_on(a."householdId") >= ${toDateColumn(month)}::date AS "isFirst"
    FROM (
      SELECT a."regionId", a."householdId", r.code, r."nameZh" AS zh, r."nameEn" AS en, sum(a."amountFen")::bigint AS fen
      FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId"
      WHERE ${places} AND a."householdId" IS NOT NULL AND a."earnedOn" >= ${toDateColumn(month)}::date AND a."earnedOn" < ${toDateColumn(nextMonthStart(month))}::date
      GROUP BY a."regionId", a."householdId", r.code, r."nameZh", r."nameEn" HAVING bool_or(a."amountFen" > 0)
        AND (${two}::uuid IS NULL OR (r.code, a."householdId") > ((SELECT code FROM "Region" WHERE id = ${one}::uuid), ${two}::uuid))
      ORDER BY r.code, a."householdId" LIMIT ${perPage + 1}) a
    LEFT JOIN "Household" h ON h.id = a."householdId"
    ORDER BY a.code, a."householdId"`,

  payouts: (tx, { month, places, after: { number } }) => tx.$queryRaw<Raw[]>`
    SELECT v.id::text, v.at, ${noOrder}, s.id AS "sellerId", coalesce(s."nameZh", p.name) AS zh, coalesce(s."nameEn", p.name) AS en, ${noHousehold}, ${noVillage},
      (v.state = 'paid')::int AS times, 0 AS pieces, CASE v.state WHEN 'paid' THEN l."amountFen" ELSE -l."amountFen" END AS fen, false AS "isFirst"
    FROM "PayoutLineEvent" v JOIN "Region" r ON r.id = v."regionId" JOIN "PayoutLine" l ON l.id = v."payoutLineId" JOIN "Party" y ON y.id = l."partyId"
    LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId"
    WHERE ${places} AND v.state IN ('paid', 'returned') AND v.at >= ${startOf(month)} AND v.at < ${startOf(nextMonthStart(month))} AND (${number}::bigint IS NULL OR v.id > ${number}::bigint)
    ORDER BY v.id LIMIT ${perPage + 1}`,

  onboarded: (tx, { month, places, after: { number } }) => tx.$queryRaw<Raw[]>`
    SELECT v.id::text, v.at, ${noOrder}, s.id AS "sellerId", s."nameZh" AS zh, s."nameEn" AS en, ${noHousehold}, r."nameZh" AS "villageZh", r."nameEn" AS "villageEn", 1 AS times, 0 AS pieces, 0::bigint AS fen, false AS "isFirst"
    FROM "SellerEvent" v JOIN "Region" r ON r.id = v."regionId" JOIN "Seller" s ON s.id = v."sellerId"
    WHERE ${places} AND v.status = 'active' AND v.at >= ${startOf(month)} AND v.at < ${startOf(nextMonthStart(month))} AND (${number}::bigint IS NULL OR v.id > ${number}::bigint)
      AND NOT EXISTS (SELECT 1 FROM "SellerEvent" b WHERE b."sellerId" = v."sellerId" AND b.status = 'active' AND b.id < v.id)
    ORDER BY v.id LIMIT ${perPage + 1}`,
}

function rowOf({ at, zh, en, villageZh, villageEn, fen, ...row }: Raw, locale: Locale): ReturnFigureRow {
  const isEnglish = locale === 'en'
  return {
    ...row,
    day: at && dayOf(at),
    who: (isEnglish && en) || zh,
    village: (isEnglish && villageEn) || villageZh,
    amountFen: toSafeNumber(fen),
  }
}
