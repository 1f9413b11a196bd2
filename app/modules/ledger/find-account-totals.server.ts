import type { AccountKind } from '~/generated/prisma/enums'
import { addDays, type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { type OwnerWord, ownerWord } from './account-words'

/** All accounts of one kind that one sort of owner holds, in one currency. */
export type AccountTotal = {
  owner: OwnerWord
  kind: AccountKind
  currency: string
  /** the account itself when there is only one; else its page lists them */
  accountId: string | null
  accounts: number
  /** minor units; positive = debit */
  balance: number
}

export type AccountTotals = {
  /** the day whose end is shown */
  day: Day
  today: Day
  rows: AccountTotal[]
  /** sum per currency: zero, or the books are broken */
  sums: { currency: string; balance: number }[]
}

type TotalRow = {
  partyKind: string
  system: string | null
  kind: AccountKind
  currency: string
  accountId: string
  accounts: bigint
  balance: bigint
}

/**
 * Every balance of the books at the end of a day in Lanzhou, replayed from the entries: any past day gives what it gave then. Accounts of sellers and of
 * persons are summed by kind.
 */
export async function findAccountTotals({ day }: { day: Day | null }): Promise<AccountTotals> {
  const today = dayOf(await appNow())
  const shown = day !== null && day < today ? day : today
  const until = startOf(addDays(shown, 1))
  const rows = await prisma.$queryRaw<TotalRow[]>`
    SELECT p.kind::text AS "partyKind", p.system, a.kind::text AS kind, a.currency, min(a.id::text) AS "accountId",
      count(DISTINCT a.id) AS accounts, sum(e."amountMinor")::bigint AS balance
    FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id
      JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE t."occurredAt" < ${until}
    GROUP BY p.kind, p.system, a.kind, a.currency
    ORDER BY p.kind DESC, p.system, a.currency, a.kind`
  const sums = new Map<string, bigint>()
  for (const { currency, balance } of rows) sums.set(currency, (sums.get(currency) ?? 0n) + balance)
  return {
    day: shown,
    today,
    rows: rows.map((row) => ({
      owner: ownerWord(row.partyKind, row.system),
      kind: row.kind,
      currency: row.currency,
      accountId: row.accounts === 1n ? row.accountId : null,
      accounts: toSafeNumber(row.accounts),
      balance: toSafeNumber(row.balance),
    })),
    sums: [...sums].map(([currency, balance]) => ({ currency, balance: toSafeNumber(balance) })),
  }
}
