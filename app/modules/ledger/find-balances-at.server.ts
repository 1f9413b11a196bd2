import type { Tx } from '~/platform/db/prisma.server'

export type BalanceAt = {
  /** reads aloud: seller:<id>:payable, platform:commission, stripe:clearing:HKD */
  name: string
  currency: string
  /** minor units, debit positive */
  balance: bigint
}

/** Every balance of the books as it stood at an instant, replayed from the entries. Accounts that were not used until then are left out. */
export function findBalancesAt(tx: Tx, instant: Date): Promise<BalanceAt[]> {
  return tx.$queryRaw<BalanceAt[]>`
    SELECT a.name, a.currency, sum(e."amountMinor")::bigint AS balance
    FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE t."occurredAt" <= ${instant} GROUP BY a.id ORDER BY a.name`
}
