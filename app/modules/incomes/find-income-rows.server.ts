import type { Actor } from '~/modules/auth/actor'
import {
  type Day,
  dayOf,
  fromDateColumn,
  monthStart,
  nextMonthStart,
  toDateColumn,
} from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { type IncomeFilter, noStatus } from './schema'

/** A household and what it earned of a month in one place, or was given once. */
export type IncomeRow = {
  key: string
  /** null outside her region: it is registered elsewhere now */
  householdId: string | null
  code: string | null
  /** where it was registered on the days of earning; of assistance, where it is */
  village: string
  /** its first income ever */
  isFirst: boolean
  /** of assistance */
  kind: string | null
  receivedOn: Day | null
  amountFen: number
}

export type IncomeRowsPage = {
  month: Day
  place: string
  rows: IncomeRow[]
  next: string | null
  /** of all rows; households that earned something, each once */
  households: number
  amountFen: number
}

const perPage = 100

/**
 * The rows that a figure of a month's income sums: households with what they earned, or what they were given, in the order of the register and never of what they have. A place outside her region is not found.
 */
export async function findIncomeRows({
  actor,
  filter,
  locale,
}: {
  actor: Actor
  filter: IncomeFilter
  locale: Locale
}): Promise<IncomeRowsPage> {
  return inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, filter.place)
    const month = filter.month === null ? monthStart(dayOf(await appNow(tx))) : `${filter.month}-01`
    const places =
      filter.own === 'yes' ? Prisma.sql`r.id = ${place.id}::uuid` : Prisma.sql`r.path <@ ${place.path}::ltree`
    const read = filter.of === 'income' ? readEarned : readGiven
    const [sums, rows] = await read(tx, { filter, month, places })
    const shown = rows.slice(0, perPage)
    const isEnglish = locale === 'en'
    return {
      month,
      place: (isEnglish && place.nameEn) || place.nameZh,
      rows: shown.map(({ zh, en, kindZh, kindEn, receivedOn, fen, ...row }) => ({
        ...row,
        village: (isEnglish && en) || zh,
        kind: (isEnglish && kindEn) || kindZh,
        receivedOn: receivedOn && fromDateColumn(receivedOn),
        amountFen: toSafeNumber(fen),
      })),
      next: rows.length > perPage ? (shown.at(-1)?.key ?? null) : null,
      households: sums.households,
      amountFen: toSafeNumber(sums.fen),
    }
  })
}

type Place = { id: string; path: string; nameZh: string; nameEn: string | null }

/** A place of her region by its code; without one her region itself. */
async function findPlace(tx: Tx, { regionId, regionPath }: Actor, code: string | null): Promise<Place> {
  const [place] = await tx.$queryRaw<Place[]>`
    SELECT id, path::text, "nameZh", "nameEn" FROM "Region"
    WHERE path <@ ${regionPath}::ltree AND CASE WHEN ${code}::text IS NULL THEN id = ${regionId}::uuid ELSE code = ${code} END`
  if (!place) throw notFound()
  return place
}

type Asked = { filter: IncomeFilter; month: Day; places: Prisma.Sql }
type Raw = Pick<IncomeRow, 'key' | 'householdId' | 'code' | 'isFirst'> & {
  zh: string
  en: string | null
  kindZh: string | null
  kindEn: string | null
  receivedOn: Date | null
  fen: bigint
}
type Sums = { households: number; fen: bigint }

async function readEarned(tx: Tx, { filter, month, places }: Asked): Promise<[Sums, Raw[]]> {
  const [from, to] = [toDateColumn(month), toDateColumn(nextMonthStart(month))]
  const [household = null, region = null] = filter.after?.split('.') ?? []
  const { status, source } = filter
  const earned = Prisma.sql`earned AS (
    SELECT a."householdId", a."regionId", sum(a."amountFen")::bigint AS fen, bool_or(a."amountFen" > 0) AS "isEarner" FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId"
    WHERE ${places} AND a."householdId" IS NOT NULL AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date AND (${source}::text IS NULL OR a.source::text = ${source})
      AND (${status}::text IS NULL OR coalesce((SELECT k.code FROM "CodeTerm" k WHERE k.id = term_counted(a."statusTermId", a."earnedOn")), ${noStatus}) = ${status})
    GROUP BY 1, 2),
  asked AS (
    SELECT e.*, h.id AS known, h.code FROM earned e LEFT JOIN "Household" h ON h.id = e."householdId"
    WHERE ${filter.fresh}::text IS NULL OR (e."isEarner" AND household_first_earned_on(e."householdId") >= ${from}::date))`
  const [sums] = await tx.$queryRaw<Sums[]>`
    WITH ${earned} SELECT (count(DISTINCT "householdId") FILTER (WHERE "isEarner"))::int AS households, coalesce(sum(fen), 0)::bigint AS fen FROM asked`
  const rows = await tx.$queryRaw<Raw[]>`
    WITH ${earned} SELECT a."householdId"::text || '.' || a."regionId"::text AS key, a.known AS "householdId", a.code, r."nameZh" AS zh, r."nameEn" AS en, a.fen,
      coalesce(a."isEarner" AND household_first_earned_on(a."householdId") >= ${from}::date, false) AS "isFirst", null AS "kindZh", null AS "kindEn", null::date AS "receivedOn"
    FROM asked a JOIN "Region" r ON r.id = a."regionId"
    WHERE ${household}::uuid IS NULL OR (coalesce(a.code, ''), a."householdId", a."regionId")
      > (coalesce((SELECT code FROM "Household" WHERE id = ${household}::uuid), ''), ${household}::uuid, ${region}::uuid)
    ORDER BY coalesce(a.code, ''), a."householdId", a."regionId" LIMIT ${perPage + 1}`
  return [sums ?? { households: 0, fen: 0n }, rows]
}

async function readGiven(tx: Tx, { filter, month, places }: Asked): Promise<[Sums, Raw[]]> {
  const [from, to] = [toDateColumn(month), toDateColumn(nextMonthStart(month))]
  const [id = null] = filter.after?.split('.') ?? []
  const given = Prisma.sql`given AS (
    SELECT a.id, a."householdId", h.code, a."amountFen", a."receivedOn", r."nameZh" AS zh, r."nameEn" AS en, term_counted(a."termId", a."receivedOn") AS term
    FROM "HouseholdAssistance" a JOIN "Household" h ON h.id = a."householdId" JOIN "Region" r ON r.id = h."regionId"
    WHERE ${places} AND a."crossedOutAt" IS NULL AND a."receivedOn" >= ${from}::date AND a."receivedOn" < ${to}::date
      AND (${filter.kind}::text IS NULL OR (SELECT k.code FROM "CodeTerm" k WHERE k.id = term_counted(a."termId", a."receivedOn")) = ${filter.kind}))`
  const [sums] = await tx.$queryRaw<Sums[]>`
    WITH ${given} SELECT count(DISTINCT "householdId")::int AS households, coalesce(sum("amountFen"), 0)::bigint AS fen FROM given`
  const rows = await tx.$queryRaw<Raw[]>`
    WITH ${given} SELECT g.id::text AS key, g."householdId", g.code, g.zh, g.en, g."amountFen" AS fen, false AS "isFirst", w.zh AS "kindZh", w.en AS "kindEn", g."receivedOn"
    FROM given g CROSS JOIN LATERAL term_words(g.term, ${from}::date) w
    WHERE ${id}::uuid IS NULL OR (g.code, g.id) > ((SELECT h.code FROM "HouseholdAssistance" b JOIN "Household" h ON h.id = b."householdId" WHERE b.id = ${id}::uuid), ${id}::uuid)
    ORDER BY g.code, g.id LIMIT ${perPage + 1}`
  return [sums ?? { households: 0, fen: 0n }, rows]
}
