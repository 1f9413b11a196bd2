import { orderedIds } from '~/platform/db/in-parts'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { type Account, accountName } from './accounts'
import { openAccounts, type Purse } from './find-or-create-account.server'

export type Leg = {
  account: Account
  /** minor units; positive = debit, negative = credit */
  amount: bigint
  currency?: string
  /** share, postage, commission, payment, payout … : what the statement calls it. A `share` leg must be attributed in the same transaction. */
  purpose: string
  orderLineId?: string | null
}

export type Posting = {
  /** what happened once; a second posting of the same reference is a no-op */
  reference: string
  kind: string
  legs: Leg[]
  orderId?: string | null
  sellerOrderId?: string | null
}

/** The entries of a posting in the order of its legs, or null when the reference was posted before. */
export type Posted = { transactionId: string; entryIds: bigint[] } | null

/**
 * Posts one sealed double-entry transaction. Refuses (as a bug) fewer than two legs, a zero leg or a sum that is not zero per currency;
 * the database enforces the same, at the latest at commit. Legs of amount zero are left out by the caller.
 */
export async function postTransaction(tx: Tx, posting: Posting): Promise<Posted> {
  const [posted = null] = await postTransactions(tx, [posting])
  return posted
}

/**
 * The same of several that happen together, by one statement once their accounts are there. Entries hold their accounts by foreign keys, one after another; here all are held first, in the order of their ids, in which an
 * approval or a refund locks those that it reads: none waits for another in a circle, whatever the order of the legs.
 */
export async function postTransactions(tx: Tx, postings: readonly Posting[]): Promise<Posted[]> {
  const ready = makeReady(postings)
  const written = await write(tx, ready)
  if (written.isOpen) return ready.ids.map((id) => found(id, written))
  await openAccounts(tx, ready.purses)
  const again = await write(tx, ready)
  if (!again.isOpen) throw new Error('an account that was not opened')
  return ready.ids.map((id) => found(id, again))
}

/** Postings that are to be written with more than themselves. */
export type ReadyPostings = {
  /** of their transactions */
  ids: string[]
  purses: Purse[]
  /** parts of a statement, to stand behind its WITH: `account` has a row for each of their accounts, or none and nothing is posted; `entry` their entries */
  sql: Prisma.Sql
}

/** Refuses (as a bug) what is no transaction. */
export function makeReady(postings: readonly Posting[]): ReadyPostings {
  for (const { legs } of postings) assertBalanced(legs)
  const ids = orderedIds(postings.length)
  const rows = postings.map(({ legs, ...posting }, at) => ({
    id: ids[at] ?? '',
    ...posting,
    legs: legs.length,
  }))
  const entries = postings.flatMap(({ legs }, at) => legs.map((leg) => entryOf(leg, ids[at] ?? '')))
  return {
    ids,
    purses: postings.flatMap(({ legs }) => legs.map(purseOf)),
    sql: postingSql(rows, entries),
  }
}

function purseOf({ account, currency = 'CNY' }: Leg): Purse {
  return { account, currency }
}

/** Amounts as text: a number of JSON would lose the last digits of a large one. */
function entryOf(leg: Leg, transactionId: string) {
  const { account, currency } = purseOf(leg)
  const { amount, purpose, orderLineId = null } = leg
  const name = accountName(account, currency)
  return { transactionId, name, currency, amountMinor: String(amount), purpose, orderLineId }
}

type Written = { isOpen: boolean; entries: { id: string; transactionId: string }[] }

function found(transactionId: string, { entries }: Written): Posted {
  const own = entries.filter((entry) => entry.transactionId === transactionId)
  return own.length > 0 ? { transactionId, entryIds: own.map(({ id }) => BigInt(id)) } : null
}

/** Nothing, and `isOpen` is false, unless all accounts are there: what is not must be opened before anything is held. */
async function write(tx: Tx, { sql }: ReadyPostings): Promise<Written> {
  const [written] = await tx.$queryRaw<Written[]>`
    WITH ${sql}
    SELECT EXISTS (SELECT 1 FROM account) AS "isOpen",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'transactionId', "transactionId") ORDER BY id), '[]') FROM entry) AS entries`
  if (!written) throw new Error('a posting that gave no answer')
  return written
}

function postingSql(rows: readonly object[], entries: readonly { name: string }[]): Prisma.Sql {
  const names = [...new Set(entries.map(({ name }) => name))]
  return Prisma.sql`account AS (SELECT id, name FROM "LedgerAccount"
      WHERE name = ANY (${names}::text[]) AND (SELECT count(*) FROM "LedgerAccount" WHERE name = ANY (${names}::text[])) = ${names.length} ORDER BY id FOR KEY SHARE),
    posted AS (INSERT INTO "LedgerTransaction" (id, reference, kind, legs, "orderId", "sellerOrderId")
      SELECT id, reference, kind, legs, "orderId", "sellerOrderId"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, reference text, kind text, legs int, "orderId" uuid, "sellerOrderId" uuid)
      WHERE EXISTS (SELECT 1 FROM account) ON CONFLICT (reference) DO NOTHING RETURNING id),
    entry AS (INSERT INTO "LedgerEntry" ("transactionId", "accountId", currency, "amountMinor", purpose, "orderLineId")
      SELECT e."transactionId", account.id, e.currency, e."amountMinor", e.purpose, e."orderLineId"
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
          AS ("transactionId" uuid, name text, currency text, "amountMinor" bigint, purpose text, "orderLineId" uuid))
        WITH ORDINALITY AS e("transactionId", name, currency, "amountMinor", purpose, "orderLineId", place)
      JOIN posted ON posted.id = e."transactionId" JOIN account ON account.name = e.name ORDER BY e.place RETURNING id, "transactionId")`
}

/** Throws unless the legs form a transaction. Names of accounts only, no amounts, so that the message may be logged. */
export function assertBalanced(legs: readonly Leg[]): void {
  if (legs.length < 2 || legs.some((leg) => leg.amount === 0n))
    throw new Error('a posting has two legs or more, none of them zero')
  for (const currency of new Set(legs.map((leg) => leg.currency ?? 'CNY'))) {
    const same = legs.filter((leg) => (leg.currency ?? 'CNY') === currency)
    if (sum(same.map((leg) => leg.amount)) !== 0n) {
      throw new Error(
        `a posting must sum to zero: ${same.map((leg) => accountName(leg.account, currency)).join(', ')}`,
      )
    }
  }
}
