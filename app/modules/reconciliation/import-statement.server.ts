import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { readStatement, type StatementFault } from './read-statement'

/** What an import brought; `faults` not empty: nothing of it was taken. */
export type ImportedStatement = { added: number; known: number; faults: StatementFault[] }

/** Takes a bank statement, all of it or nothing. A booking that is known by the bank's number is left as it is, so that overlapping statements may follow. */
export async function importStatement({
  actor,
  bytes,
}: {
  actor: Actor
  bytes: Uint8Array
}): Promise<ImportedStatement> {
  const { rows, faults } = readStatement(bytes)
  if (faults.length > 0) return { added: 0, known: 0, faults }
  return inScope({ job: 'payout' }, async (tx) => {
    const { count: added } = await tx.bankStatementLine.createMany({
      data: rows.map(({ bankRef, bookedOn, amountFen, text }) => ({
        bankRef,
        bookedOn,
        amountMinor: amountFen,
        text,
        importedById: actor.userId,
      })),
      skipDuplicates: true,
    })
    const known = rows.length - added
    await recordAudit(tx, {
      actor,
      action: 'statement.imported',
      subject: { type: 'BankStatement', id: 'CNY' },
      detail: { added, known },
    })
    return { added, known, faults: [] }
  })
}
