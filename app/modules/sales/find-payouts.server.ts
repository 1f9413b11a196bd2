import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, nextMonthStart, startOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { openScope, type SalesScope } from './sales-scope.server'
import type { SalesFilter } from './schema'

/** Payments that arrived in a month, less those that the bank sent back in it. */
export type PayoutSums = { payments: number; fen: number }

/** A payment that arrived, or one that came back: then its amount is below zero. */
export type PayoutRow = {
  id: string
  day: Day
  batchNumber: string
  /** null outside her walls */
  name: string | null
  /** null: paid to a person */
  sellerId: string | null
  amountFen: number
}

const perPage = 100

/** Payments of the month to sellers who were in the place then, and to people there who were paid for themselves (brokers, heirs). */
function paid({ month, place, filter }: SalesScope): Prisma.Sql {
  return Prisma.sql`FROM "PayoutLineEvent" v JOIN "Region" r ON r.id = v."regionId" JOIN "PayoutLine" l ON l.id = v."payoutLineId" JOIN "Party" y ON y.id = l."partyId"
    LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId" JOIN "PayoutBatch" b ON b.id = l."batchId"
    WHERE v.state IN ('paid', 'returned') AND v.at >= ${startOf(month)} AND v.at < ${startOf(nextMonthStart(month))}
      AND r.path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid) AND (${filter.seller}::text IS NULL OR s.slug = ${filter.seller})`
}

/** What reached them in the month, as the monthly return counts it. */
export async function findPayouts(tx: Tx, scope: SalesScope): Promise<PayoutSums> {
  const [row] = await tx.$queryRaw<{ payments: number; fen: bigint }[]>`
    SELECT count(*) FILTER (WHERE v.state = 'paid')::int AS payments, coalesce(sum(CASE v.state WHEN 'paid' THEN l."amountFen" ELSE -l."amountFen" END), 0)::bigint AS fen ${paid(scope)}`
  return { payments: row?.payments ?? 0, fen: toSafeNumber(row?.fen ?? 0n) }
}

/** The payments that `findPayouts` sums, in the order in which they happened; `next` is where the next page begins. A place outside her region is not found. */
export async function findPayoutRows({
  actor,
  filter,
  after,
  locale,
}: {
  actor: Actor
  filter: SalesFilter
  /** the last row seen */
  after: string | null
  locale: Locale
}): Promise<{
  filter: SalesFilter & { month: string }
  place: string
  month: Day
  rows: PayoutRow[]
  next: string | null
}> {
  return inScope(actor, async (tx) => {
    const scope = await openScope(tx, actor, filter)
    const { place, month } = scope
    const inEnglish = locale === 'en'
    const rows = await tx.$queryRaw<
      {
        id: bigint
        at: Date
        number: string
        zh: string | null
        en: string | null
        sellerId: string | null
        fen: bigint
      }[]
    >`
      SELECT v.id, v.at, b.number, coalesce(s."nameZh", p.name) AS zh, coalesce(s."nameEn", p.name) AS en, s.id AS "sellerId",
        CASE v.state WHEN 'paid' THEN l."amountFen" ELSE -l."amountFen" END AS fen ${paid(scope)}
        AND (${after}::bigint IS NULL OR v.id > ${after}::bigint) ORDER BY v.id LIMIT ${perPage + 1}`
    const shown = rows.slice(0, perPage)
    return {
      filter: scope.filter,
      place: (inEnglish && place.nameEn) || place.nameZh,
      month,
      rows: shown.map(({ id, at, number, zh, en, sellerId, fen }) => ({
        id: String(id),
        day: dayOf(at),
        batchNumber: number,
        name: inEnglish ? en : zh,
        sellerId,
        amountFen: toSafeNumber(fen),
      })),
      next: rows.length > perPage ? String(shown.at(-1)?.id ?? '') : null,
    }
  })
}
