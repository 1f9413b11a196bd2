import { type Day, nextMonthStart, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'

/** Households of a place or a kind that were given something in a month. */
export type AssistanceGroup = { key: string; name: string; households: number; fen: number }

/** What was given in a month; in no sum of income. */
export type AssistanceMonth = {
  households: number
  fen: number
  byPlace: AssistanceGroup[]
  byKind: AssistanceGroup[]
}

type Row = {
  kind: 'all' | 'place' | 'kind'
  key: string
  zh: string
  en: string | null
  households: number
  fen: bigint
}

/** What registered households of a region were given in a month, by the place where they are registered and by kind; what was crossed out is not among it. */
export async function findAssistanceMonth(
  tx: Tx,
  {
    regionId,
    regionPath,
    month,
    locale,
  }: { regionId: string; regionPath: string; month: Day; locale: Locale },
): Promise<AssistanceMonth> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH given AS (
      SELECT a."householdId", a."amountFen", term_counted(a."termId", a."receivedOn") AS term, r.path FROM "HouseholdAssistance" a JOIN "Household" h ON h.id = a."householdId" JOIN "Region" r ON r.id = h."regionId"
      WHERE a."crossedOutAt" IS NULL AND r.path <@ ${regionPath}::ltree AND a."receivedOn" >= ${toDateColumn(month)}::date AND a."receivedOn" < ${toDateColumn(nextMonthStart(month))}::date)
    SELECT 'all' AS kind, '' AS key, '' AS zh, null AS en, count(DISTINCT "householdId")::int AS households, coalesce(sum("amountFen"), 0)::bigint AS fen FROM given
    UNION ALL
    SELECT 'kind', t.code, w.zh, w.en, count(DISTINCT given."householdId")::int, sum(given."amountFen")::bigint
      FROM given JOIN "CodeTerm" t ON t.id = given.term CROSS JOIN LATERAL term_words(t.id, ${toDateColumn(month)}::date) w GROUP BY t.code, w.zh, w.en
    UNION ALL
    SELECT 'place', p.code, p."nameZh", p."nameEn", count(DISTINCT given."householdId")::int, sum(given."amountFen")::bigint
      FROM given JOIN "Region" p ON given.path <@ p.path AND (p."parentId" = ${regionId}::uuid OR (p.id = ${regionId}::uuid AND given.path = p.path))
      GROUP BY p.code, p."nameZh", p."nameEn"
    ORDER BY kind, key`
  const of = (kind: Row['kind']): AssistanceGroup[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ key, zh, en, households, fen }) => ({
        key,
        name: (locale === 'en' && en) || zh,
        households,
        fen: toSafeNumber(fen),
      }))
  const [all] = of('all')
  return { households: all?.households ?? 0, fen: all?.fen ?? 0, byPlace: of('place'), byKind: of('kind') }
}
