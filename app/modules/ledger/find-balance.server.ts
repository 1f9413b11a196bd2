import type { Tx } from '~/platform/db/prisma.server'
import { type Account, accountName } from './accounts'

/** Sum of an account's entries, minor units, debit positive; zero for an account that was never used. Balances are derived, never stored. */
export async function findBalance(tx: Tx, account: Account, currency = 'CNY'): Promise<bigint> {
  const name = accountName(account, currency)
  const [row] = await tx.$queryRaw<{ balance: bigint }[]>`
    SELECT coalesce(sum(e."amountMinor"), 0)::bigint AS balance FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE a.name = ${name}`
  return row?.balance ?? 0n
}
