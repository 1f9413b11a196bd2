import type { Actor } from '~/modules/auth/actor'
import { dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { findStatementParty } from './find-statement-party.server'

/** Sums of one month or of the year, fen, as the books have them. */
export type TaxSums = {
  /** goods that were earned, before commission and a broker's cut */
  goodsFen: number
  commissionFen: number
  brokerFen: number
  /** postage that was earned with them */
  postageFen: number
  /** cuts of her own, as a broker */
  brokerageFen: number
  /** her part of what went back to buyers after it was earned */
  refundsFen: number
  /** what else was booked for her: an inheritance, a correction */
  otherFen: number
  /** goods − commission − broker + postage + brokerage − refunds + other */
  incomeFen: number
  /** sent to her account, less what banks sent back */
  paidFen: number
}

export type TaxYear = {
  nameZh: string
  nameEn: string
  year: number
  /** the years before and after it in which something of hers can have been booked */
  before: number | null
  after: number | null
  /** false: the year is not over */
  isWhole: boolean
  months: (TaxSums & { month: string })[]
  total: TaxSums
}

type Row = { month: string } & Record<keyof TaxSums, bigint>

/**
 * A year of hers for the tax office, by month and source, from the ledger alone. Whatever was booked for her in the year is in it once. Another's, and a year before she
 * joined or to come, is a 404.
 */
export function getTaxYear({
  actor,
  purse,
  year: asked,
}: {
  actor: Actor
  purse: string
  /** null: the present one */
  year: number | null
}): Promise<TaxYear> {
  return inScope({ job: 'payout' }, async (tx) => {
    const party = await findStatementParty(tx, { actor, purse })
    const now = await appNow(tx)
    if (!party) throw notFound()
    const present = yearOf(now)
    const first = Math.min(yearOf(await findFirst(tx, party, now)), present)
    const year = asked ?? present
    const [begin, end] = [startOf(`${year}-01-01`), startOf(`${year + 1}-01-01`)]
    if (year < first || year > present) throw notFound()
    const rows = await tx.$queryRaw<Row[]>`
      WITH hers AS (
        SELECT e."transactionId", e.purpose, -e."amountMinor" AS amount, t.kind, to_char(t."occurredAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month
        FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
        WHERE a."partyId" = ${party.partyId}::uuid AND a.kind = 'payable' AND a.currency = 'CNY' AND t."occurredAt" >= ${begin} AND t."occurredAt" < ${end}),
      cuts AS (
        SELECT h.month, coalesce(-sum(e."amountMinor") FILTER (WHERE e.purpose IN ('commission', 'commission_tax')), 0)::bigint AS commission,
          coalesce(-sum(e."amountMinor") FILTER (WHERE e.purpose = 'broker'), 0)::bigint AS broker
        FROM (SELECT DISTINCT "transactionId", month FROM hers WHERE kind = 'earned' AND purpose = 'share') h JOIN "LedgerEntry" e ON e."transactionId" = h."transactionId"
        GROUP BY h.month),
      sums AS (
        SELECT month, coalesce(sum(amount) FILTER (WHERE kind = 'earned' AND purpose = 'share'), 0)::bigint AS share,
          coalesce(sum(amount) FILTER (WHERE kind = 'earned' AND purpose = 'postage'), 0)::bigint AS postage,
          coalesce(sum(amount) FILTER (WHERE kind = 'earned' AND purpose = 'broker'), 0)::bigint AS brokerage,
          coalesce(-sum(amount) FILTER (WHERE kind <> 'earned' AND purpose IN ('share', 'postage', 'broker')), 0)::bigint AS refunds,
          coalesce(sum(amount) FILTER (WHERE purpose NOT IN ('share', 'postage', 'broker', 'payout', 'returned', 'debt')), 0)::bigint AS other,
          coalesce(-sum(amount) FILTER (WHERE purpose IN ('payout', 'returned')), 0)::bigint AS paid
        FROM hers GROUP BY month)
      SELECT s.month, (s.share + coalesce(c.commission, 0) + coalesce(c.broker, 0))::bigint AS "goodsFen", coalesce(c.commission, 0)::bigint AS "commissionFen", coalesce(c.broker, 0)::bigint AS "brokerFen",
        s.postage AS "postageFen", s.brokerage AS "brokerageFen", s.refunds AS "refundsFen", s.other AS "otherFen",
        (s.share + s.postage + s.brokerage - s.refunds + s.other)::bigint AS "incomeFen", s.paid AS "paidFen"
      FROM sums s LEFT JOIN cuts c ON c.month = s.month ORDER BY s.month`
    const months = rows.map(({ month, ...sums }) => ({ month, ...safe(sums) }))
    return {
      nameZh: party.nameZh,
      nameEn: party.nameEn,
      year,
      before: year > first ? year - 1 : null,
      after: year < present ? year + 1 : null,
      isWhole: end <= now,
      months,
      total: totalOf(months),
    }
  })
}

/** When she joined, or the first booking, should that lie before it; now where there is neither. */
async function findFirst(
  tx: Tx,
  { partyId, joinedAt }: { partyId: string; joinedAt: Date | null },
  now: Date,
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ first: Date | null }[]>`
    SELECT min(t."occurredAt") AS first FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a."partyId" = ${partyId}::uuid AND a.kind = 'payable' AND a.currency = 'CNY'`
  const [first] = [joinedAt, row?.first ?? null].filter((at) => at !== null).toSorted((a, b) => +a - +b)
  return first ?? now
}

function yearOf(instant: Date): number {
  return Number(dayOf(instant).slice(0, 4))
}

function sumsBy(amount: (source: keyof TaxSums) => number): TaxSums {
  return {
    goodsFen: amount('goodsFen'),
    commissionFen: amount('commissionFen'),
    brokerFen: amount('brokerFen'),
    postageFen: amount('postageFen'),
    brokerageFen: amount('brokerageFen'),
    refundsFen: amount('refundsFen'),
    otherFen: amount('otherFen'),
    incomeFen: amount('incomeFen'),
    paidFen: amount('paidFen'),
  }
}

function safe(sums: Record<keyof TaxSums, bigint>): TaxSums {
  return sumsBy((source) => toSafeNumber(sums[source]))
}

function totalOf(months: readonly TaxSums[]): TaxSums {
  return sumsBy((source) => months.reduce((sum, month) => sum + month[source], 0))
}
