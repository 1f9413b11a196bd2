import type { IncomeSource } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import {
  addDays,
  type Day,
  dayOf,
  fromDateColumn,
  monthStart,
  nextMonthStart,
  toDateColumn,
  yearBefore,
} from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { type AssistanceMonth, findAssistanceMonth } from './find-assistance-month.server'

/** Households of a place, a status or a source, and what they earned. */
export type IncomeGroup = { key: string; name: string; households: number; incomeFen: number }

/** A registered household whose seller has earned nothing for three months: for a visit, in the order of the register. */
export type QuietHousehold = { id: string; code: string; village: string; lastOn: Day | null }

export type IncomeMonth = {
  month: Day
  /** it is not over */
  isRunning: boolean
  place: string
  /** its statistical code */
  code: string
  /** registered households with income of the month */
  households: number
  incomeFen: number
  /** of half of them it is at least this; null without any */
  medianFen: number | null
  /** households that never had any before */
  newHouseholds: number
  /** the same month a year ago */
  lastYear: { households: number; incomeFen: number }
  bySource: (Omit<IncomeGroup, 'name'> & { key: IncomeSource })[]
  /** by the status of the day of earning, in the words of its time; a household with two counts in both */
  byStatus: IncomeGroup[]
  byPlace: IncomeGroup[]
  /** what was given to households: beside the income, never in it */
  assistance: AssistanceMonth
  quiet: QuietHousehold[]
  quietCount: number
  /** after which household its next page begins */
  quietNext: string | null
}

type Sums = { households: number; fen: bigint; median: bigint | null; fresh: number }

/** so many quiet households are named on one page */
const mostQuiet = 100

/**
 * What the registered households of her region earned in a month by their own work, from the shares that statistics count. What they were given stands beside it and in none of its sums, so that nothing is counted
 * twice. Households are never put in an order of what they have.
 */
export async function findIncomeMonth({
  actor,
  month: asked,
  quietAfter = null,
  locale,
}: {
  actor: Actor
  /** its first day; null for the running one */
  month: Day | null
  /** the last quiet household of the page before */
  quietAfter?: string | null
  locale: Locale
}): Promise<IncomeMonth> {
  const { regionId, regionPath } = actor
  if (!regionId || !regionPath) throw notFound()
  return inScope(actor, async (tx) => {
    const running = monthStart(dayOf(await appNow(tx)))
    const month = asked ?? running
    const place = await tx.region.findUniqueOrThrow({
      where: { id: regionId },
      select: { code: true, nameZh: true, nameEn: true },
    })
    const now = await sumMonth(tx, regionPath, month)
    const lastYear = await sumLastYear(tx, regionPath, yearBefore(month))
    const quiet = await findQuiet(tx, { regionPath, month, after: quietAfter, locale })
    return {
      month,
      isRunning: month >= running,
      code: place.code,
      place: (locale === 'en' && place.nameEn) || place.nameZh,
      households: now.households,
      incomeFen: toSafeNumber(now.fen),
      medianFen: now.median === null ? null : toSafeNumber(now.median),
      newHouseholds: now.fresh,
      lastYear,
      ...(await groupMonth(tx, { regionId, regionPath, month, locale })),
      assistance: await findAssistanceMonth(tx, { regionId, regionPath, month, locale }),
      ...quiet,
    }
  })
}

/** Shares of registered households within a region and a month that statistics count. */
function sharesOf(regionPath: string, month: Day): Prisma.Sql {
  return Prisma.sql`share AS (
    SELECT a."householdId", a."regionId", a."statusTermId", a."earnedOn", a.source, a."amountFen" FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId"
    WHERE a."householdId" IS NOT NULL AND r.path <@ ${regionPath}::ltree AND a."earnedOn" >= ${toDateColumn(month)}::date AND a."earnedOn" < ${toDateColumn(nextMonthStart(month))}::date)`
}

/** Households that earned: what was given back is in the sums, and makes nobody an earner. */
const earning = Prisma.sql`count(DISTINCT share."householdId") FILTER (WHERE share."amountFen" > 0)::int`

async function sumMonth(tx: Tx, regionPath: string, month: Day): Promise<Sums> {
  const [row] = await tx.$queryRaw<Sums[]>`
    WITH ${sharesOf(regionPath, month)},
    home AS MATERIALIZED (SELECT "householdId" AS id, sum("amountFen")::bigint AS fen, bool_or("amountFen" > 0) AS earned FROM share GROUP BY 1),
    fresh AS (
      SELECT count(*)::int AS households FROM households_last_earned_before((SELECT array_agg(id) FROM home WHERE earned), ${toDateColumn(month)}::date) WHERE "lastOn" IS NULL)
    SELECT count(*) FILTER (WHERE earned)::int AS households, coalesce(sum(fen), 0)::bigint AS fen,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY fen DESC) FILTER (WHERE earned) AS median,
      (SELECT households FROM fresh) AS fresh
    FROM home`
  if (!row) throw new Error('a sum has a row')
  return row
}

async function sumLastYear(tx: Tx, regionPath: string, month: Day): Promise<IncomeMonth['lastYear']> {
  const [row] = await tx.$queryRaw<{ households: number; fen: bigint }[]>`
    WITH ${sharesOf(regionPath, month)} SELECT ${earning} AS households, coalesce(sum("amountFen"), 0)::bigint AS fen FROM share`
  return { households: row?.households ?? 0, incomeFen: toSafeNumber(row?.fen ?? 0n) }
}

type GroupRow = {
  kind: 'source' | 'status' | 'place'
  key: string
  zh: string
  en: string | null
  households: number
  fen: bigint
}

async function groupMonth(
  tx: Tx,
  {
    regionId,
    regionPath,
    month,
    locale,
  }: { regionId: string; regionPath: string; month: Day; locale: Locale },
): Promise<Pick<IncomeMonth, 'bySource' | 'byStatus' | 'byPlace'>> {
  const rows = await tx.$queryRaw<GroupRow[]>`
    WITH ${sharesOf(regionPath, month)},
    counted AS (SELECT "statusTermId", "earnedOn", term_counted("statusTermId", "earnedOn") AS term FROM (SELECT DISTINCT "statusTermId", "earnedOn" FROM share) AS said)
    SELECT 'source' AS kind, source::text AS key, source::text AS zh, null AS en, ${earning} AS households, sum("amountFen")::bigint AS fen FROM share GROUP BY source
    UNION ALL
    SELECT 'status', coalesce(k.code, ''), coalesce(w.zh, ''), w.en, ${earning}, sum("amountFen")::bigint
      FROM share LEFT JOIN counted USING ("statusTermId", "earnedOn") LEFT JOIN "CodeTerm" k ON k.id = counted.term
      LEFT JOIN LATERAL term_words(k.id, ${toDateColumn(month)}::date) w ON true GROUP BY k.code, w.zh, w.en
    UNION ALL
    SELECT 'place', p.code, p."nameZh", p."nameEn", ${earning}, coalesce(sum(share."amountFen"), 0)::bigint
      FROM share JOIN "Region" r ON r.id = share."regionId" JOIN "Region" p ON r.path <@ p.path AND (p."parentId" = ${regionId}::uuid OR (p.id = ${regionId}::uuid AND r.id = p.id))
      GROUP BY p.code, p."nameZh", p."nameEn"
    ORDER BY key`
  const groupsOf = (kind: GroupRow['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ key, zh, en, households, fen }) => ({
        key,
        name: (locale === 'en' && en) || zh,
        households,
        incomeFen: toSafeNumber(fen),
      }))
  return {
    bySource: groupsOf('source').map(({ key, households, incomeFen }) => ({
      key: key === 'piecework' ? 'piecework' : 'sale',
      households,
      incomeFen,
    })),
    byStatus: groupsOf('status'),
    byPlace: groupsOf('place'),
  }
}

/** Households that had a verified seller all through the three months that end with this one, and no income in them. */
async function findQuiet(
  tx: Tx,
  {
    regionPath,
    month,
    after,
    locale,
  }: { regionPath: string; month: Day; after: string | null; locale: Locale },
): Promise<Pick<IncomeMonth, 'quiet' | 'quietCount' | 'quietNext'>> {
  const since = monthStart(addDays(monthStart(addDays(month, -1)), -1))
  const lastDay = toDateColumn(addDays(nextMonthStart(month), -1))
  const rows = await tx.$queryRaw<
    { id: string; code: string; zh: string; en: string | null; lastOn: Date | null; all: number }[]
  >`
    WITH home AS MATERIALIZED (
      SELECT h.id, h.code, v."nameZh" AS zh, v."nameEn" AS en FROM "Household" h JOIN "Region" v ON v.id = h."regionId" WHERE v.path <@ ${regionPath}::ltree),
    last AS MATERIALIZED (SELECT * FROM households_last_earned_before((SELECT array_agg(id) FROM home), ${toDateColumn(nextMonthStart(month))}::date))
    SELECT * FROM (
    SELECT h.id, h.code, h.zh, h.en, last."lastOn", (count(*) OVER ())::int AS all
    FROM home h JOIN last ON last.household = h.id
    -- whose seller she is is asked of the quiet ones alone: behind the walls it is the dearest question
    WHERE CASE WHEN last."lastOn" IS NULL OR last."lastOn" < ${toDateColumn(since)}::date THEN EXISTS (
      SELECT 1 FROM "HouseholdLink" l JOIN "HouseholdMember" m ON m.id = l."memberId" JOIN "SellerPerson" sp ON sp."personId" = l."personId"
      WHERE m."householdId" = h.id AND l."verifiedAt" IS NOT NULL AND l."validFrom" <= ${toDateColumn(since)}::date
        AND daterange(l."validFrom", l."validTo") @> ${lastDay}::date AND daterange(sp."validFrom", sp."validTo") @> ${lastDay}::date) END) h
    WHERE ${after}::uuid IS NULL OR h.code > (SELECT code FROM "Household" WHERE id = ${after}::uuid)
    ORDER BY h.code LIMIT ${mostQuiet + 1}`
  const shown = rows.slice(0, mostQuiet)
  return {
    quiet: shown.map(({ id, code, zh, en, lastOn }) => ({
      id,
      code,
      village: (locale === 'en' && en) || zh,
      lastOn: lastOn && fromDateColumn(lastOn),
    })),
    quietCount: rows[0]?.all ?? 0,
    quietNext: rows.length > mostQuiet ? (shown.at(-1)?.id ?? null) : null,
  }
}
