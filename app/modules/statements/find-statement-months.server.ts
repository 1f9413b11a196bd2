import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, monthStart, nextMonthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'
import { findStatementParty } from './find-statement-party.server'

export type StatementMonth = {
  /** first day */
  month: Day
  /** false while the month goes on */
  isWhole: boolean
  /** what came to her in it, what was owed to her at its end, and what she owed then */
  inFen: number
  closingFen: number
  debtFen: number
}

/** Months shown at most: five years. */
const most = 60

type MonthRow = { month: Day; moved: bigint; came: bigint; lent: bigint }

/** The months in which something was booked for a purse that the actor may read, and those between and after, newest first. Empty when there is none. */
export function findStatementMonths({
  actor,
  purse,
}: {
  actor: Actor
  purse: string
}): Promise<StatementMonth[]> {
  return inScope({ job: 'payout' }, async (tx) => {
    const party = await findStatementParty(tx, { actor, purse })
    if (!party) return []
    const rows = await tx.$queryRaw<MonthRow[]>`
      SELECT to_char(t."occurredAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-01') AS month, coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'payable'), 0)::bigint AS moved,
        coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'payable' AND e."amountMinor" < 0 AND t.kind = 'earned'), 0)::bigint AS came,
        coalesce(sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt'), 0)::bigint AS lent
      FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
      WHERE a."partyId" = ${party.partyId}::uuid AND a.kind IN ('payable', 'seller_debt') AND a.currency = 'CNY' GROUP BY 1 ORDER BY 1`
    return everyMonth(rows, monthStart(dayOf(await appNow(tx))))
  })
}

function everyMonth(rows: readonly MonthRow[], present: Day): StatementMonth[] {
  const first = rows[0]?.month
  if (first === undefined) return []
  const months: StatementMonth[] = []
  let [closing, debt] = [0n, 0n]
  for (let month = first; month <= present; month = nextMonthStart(month)) {
    const row = rows.find((one) => one.month === month)
    closing += row?.moved ?? 0n
    debt += row?.lent ?? 0n
    months.push({
      month,
      isWhole: month < present,
      inFen: toSafeNumber(row?.came ?? 0n),
      closingFen: toSafeNumber(closing),
      debtFen: toSafeNumber(debt),
    })
  }
  return months.reverse().slice(0, most)
}
