import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { type NamedAccount, nameAccount, namedAccount } from './account-owner.server'

/** One entry of an account with the balance after it. */
export type EntryRow = {
  id: string
  at: string
  transactionId: string
  transactionKind: string
  purpose: string
  /** the order that it is about */
  orderNumber: string | null
  amount: number
  balance: number
}

export type AccountPage = NamedAccount & {
  id: string
  currency: string
  balance: number
  entries: EntryRow[]
  /** the entry to go on from, or null */
  next: string | null
}

const pageSize = 50

type FoundEntry = Omit<EntryRow, 'id' | 'at' | 'amount' | 'balance'> & {
  id: bigint
  at: Date
  amount: bigint
  balance: bigint
}

/** An account with its entries, newest first, fifty a page; `before` is the id of the last one seen. 404 when there is none. */
export function getAccount({
  accountId,
  before = null,
}: {
  accountId: string
  before?: bigint | null
}): Promise<AccountPage> {
  return inScope({ job: 'payout' }, async (tx) => {
    const account = await tx.ledgerAccount.findUnique({
      where: { id: accountId },
      select: { ...namedAccount, currency: true },
    })
    if (!account) throw notFound()
    const last = before ?? 9_223_372_036_854_775_807n
    const found = await tx.$queryRaw<FoundEntry[]>`
      WITH start AS (SELECT coalesce(sum("amountMinor"), 0) AS balance FROM "LedgerEntry" WHERE "accountId" = ${accountId}::uuid AND id < ${last}),
      page AS (SELECT * FROM "LedgerEntry" WHERE "accountId" = ${accountId}::uuid AND id < ${last} ORDER BY id DESC LIMIT ${pageSize + 1})
      SELECT e.id, t."occurredAt" AS at, t.id AS "transactionId", t.kind AS "transactionKind", e.purpose, o.number AS "orderNumber", e."amountMinor" AS amount,
        (start.balance - coalesce(sum(e."amountMinor") OVER (ORDER BY e.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::bigint AS balance
      FROM page e CROSS JOIN start JOIN "LedgerTransaction" t ON t.id = e."transactionId" LEFT JOIN "Order" o ON o.id = t."orderId"
      ORDER BY e.id DESC`
    const [sum] = await tx.$queryRaw<{ balance: bigint }[]>`
      SELECT coalesce(sum("amountMinor"), 0)::bigint AS balance FROM "LedgerEntry" WHERE "accountId" = ${accountId}::uuid`
    const entries = found.slice(0, pageSize)
    return {
      id: accountId,
      ...nameAccount(account),
      currency: account.currency,
      balance: toSafeNumber(sum?.balance ?? 0n),
      entries: entries.map((entry) => ({
        ...entry,
        id: String(entry.id),
        at: entry.at.toISOString(),
        amount: toSafeNumber(entry.amount),
        balance: toSafeNumber(entry.balance),
      })),
      next: found.length > pageSize ? String(entries.at(-1)?.id ?? '') : null,
    }
  })
}
