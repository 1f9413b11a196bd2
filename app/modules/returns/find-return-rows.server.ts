import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { findPlace } from './find-place.server'

/** One person's share of one line, as a return counts it. */
export type IncomeShare = {
  id: string
  earnedOn: Day
  /** null for what was sold outside her region */
  sellerOrderId: string | null
  orderNumber: string | null
  /** null outside her region */
  person: string | null
  householdId: string | null
  household: string | null
  amountFen: number
}

const perPage = 100

/**
 * Every share of income that the return of a place counts of a month, with all places below it, by day; `next` is where the next page begins. A place outside her region is not found.
 */
export async function findReturnRows({
  actor,
  month,
  code,
  after,
  locale,
}: {
  actor: Actor
  month: Day
  code: string
  after: string | null
  locale: Locale
}): Promise<{ place: string; rows: IncomeShare[]; next: string | null }> {
  return inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    const from = toDateColumn(month)
    const to = toDateColumn(nextMonthStart(month))
    const rows = await tx.$queryRaw<
      (Omit<IncomeShare, 'earnedOn' | 'amountFen'> & { earnedOn: Date; amountFen: bigint })[]
    >`
      SELECT a.id, a."earnedOn", CASE WHEN w.path <@ scope_region() THEN s.id END AS "sellerOrderId", o.number AS "orderNumber", p.name AS person, h.id AS "householdId", h.code AS household, a."amountFen"
      FROM "CountedShare" a JOIN "Region" r ON r.id = a."regionId" JOIN "LedgerEntry" e ON e.id = a."ledgerEntryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
      LEFT JOIN "SellerOrder" s ON s.id = t."sellerOrderId" LEFT JOIN "Order" o ON o.id = s."orderId"
      LEFT JOIN "Region" w ON w.id = s."regionId"
      LEFT JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Household" h ON h.id = a."householdId"
      WHERE r.path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid) AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date
        AND (${after}::uuid IS NULL OR (a."earnedOn", a.id) > (SELECT b."earnedOn", b.id FROM "IncomeAttribution" b WHERE b.id = ${after}::uuid))
      ORDER BY a."earnedOn", a.id LIMIT ${perPage + 1}`
    const shown = rows.slice(0, perPage)
    return {
      place: (locale === 'en' && place.nameEn) || place.nameZh,
      rows: shown.map(({ earnedOn, amountFen, ...row }) => ({
        ...row,
        earnedOn: fromDateColumn(earnedOn),
        amountFen: toSafeNumber(amountFen),
      })),
      next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null,
    }
  })
}
