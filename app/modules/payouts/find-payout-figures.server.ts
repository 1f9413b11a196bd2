import { dayOf, monthStart, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'

/** Where the sellers' money is, fen, summed from the ledger; each figure is the sum of the rows that the page opens below it. */
export type PayoutFigures = {
  /** a day of the present month */
  today: string
  owedFen: number
  owedCount: number
  inTransitFen: number
  inTransitCount: number
  paidThisMonthFen: number
  paidThisMonthCount: number
}

type FiguresRow = Record<'owed' | 'owedCount' | 'transit' | 'transitCount' | 'paid' | 'paidCount', bigint>

/** Owed now, on its way, and paid since the first day of this month in Lanzhou and not sent back. Counts are parties owed, lines on their way, lines paid. */
export async function findPayoutFigures(): Promise<PayoutFigures> {
  const today = dayOf(await appNow())
  const monthBegin = startOf(monthStart(today))
  const [row] = await inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<FiguresRow[]>`
    WITH balances AS (
      SELECT a.kind, a."partyId", -sum(e."amountMinor") AS fen
      FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId" AND p.kind IN ('seller', 'person') JOIN "LedgerEntry" e ON e."accountId" = a.id
      WHERE a.kind IN ('payable', 'in_transit') AND a.currency = 'CNY' GROUP BY a.id),
    paid AS (
      SELECT count(*) AS lines, coalesce(sum(e."amountMinor"), 0) AS fen
      FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" JOIN "LedgerAccount" a ON a.id = e."accountId"
      WHERE a.kind = 'in_transit' AND a.currency = 'CNY' AND t.kind = 'payout_paid' AND t."occurredAt" >= ${monthBegin}
        AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" back WHERE back.reference = regexp_replace(t.reference, ':paid$', ':returned')))
    SELECT coalesce(sum(fen) FILTER (WHERE kind = 'payable' AND fen > 0), 0)::bigint AS owed,
      count(*) FILTER (WHERE kind = 'payable' AND fen > 0) AS "owedCount",
      coalesce(sum(fen) FILTER (WHERE kind = 'in_transit'), 0)::bigint AS transit,
      (SELECT count(*) FROM "PayoutLine" WHERE state = 'in_transit') AS "transitCount",
      (SELECT fen FROM paid)::bigint AS paid, (SELECT lines FROM paid) AS "paidCount" FROM balances`,
  )
  const figure = (name: keyof FiguresRow) => toSafeNumber(row?.[name] ?? 0n)
  return {
    today,
    owedFen: figure('owed'),
    owedCount: figure('owedCount'),
    inTransitFen: figure('transit'),
    inTransitCount: figure('transitCount'),
    paidThisMonthFen: figure('paid'),
    paidThisMonthCount: figure('paidCount'),
  }
}
