import { withinScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { documentRules } from './document-rules.server'
import { entryRules } from './entry-rules.server'

/** One row of the books that cannot be right. */
export type LedgerFault = {
  /** which rule it breaks */
  rule: keyof typeof entryRules | keyof typeof documentRules
  /** the transaction, account or document, as a person would look it up */
  ref: string
}

/**
 * Reads the whole ledger against itself and against the documents that caused it: every transaction has its legs and sums to nothing in each currency, no entry was added
 * later, shares are attributed to the fen, and payments, refunds, settlements, disputes, completed sales and payout lines are booked, with their amounts, exactly when they should be.
 * Rules in the order in which a fault of one makes the next ones meaningless; within a rule by reference. Changes nothing. The database refuses all of this, at the latest at commit: what is
 * found here was done around it.
 */
export async function verifyLedger(tx: Tx): Promise<LedgerFault[]> {
  return withinScope(tx, { job: 'income' }, async () => [
    ...(await broken(tx, entryRules)),
    ...(await broken(tx, documentRules)),
  ])
}

async function broken<Rule extends LedgerFault['rule']>(
  tx: Tx,
  rules: Record<Rule, Prisma.Sql>,
): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = []
  for (const rule in rules)
    for (const { ref } of await tx.$queryRaw<{ ref: string }[]>(rules[rule])) faults.push({ rule, ref })
  return faults
}
