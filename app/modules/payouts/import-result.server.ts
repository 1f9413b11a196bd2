import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import { advanceLine } from './advance-line.server'
import { bankTemplateOf } from './bank-templates'
import { type ResultCount, resultNote } from './batch-notes'
import { checkResult, findSentLines, type SentLine } from './check-result.server'
import { type LockedBatch, lockBatch } from './lock-batch.server'
import { postFailed, postPaid } from './post-line-result.server'
import { type ResultFault, type ResultRow, readResult } from './read-result'
import { settleIfDone } from './settle-if-done.server'

type ImportInput = { actor: Actor; batchId: string; bytes: Uint8Array }

/** What an import brought; `faults` not empty: nothing of it was taken. */
export type ImportedResult = ResultCount & { faults: ResultFault[] }

/**
 * Takes the bank's answer to a batch, all of it or nothing: every row must fit its line by number, amount and account tail. Paid lines leave the ledger's
 * in-transit for the bank; failed ones are owed again, with the bank's words. Lines that the file does not name stay on their way; when none is left the
 * batch is settled. The same file again changes nothing. Refuses a batch that was never approved or is no bank's.
 */
export function importResult({ actor, batchId, bytes }: ImportInput): Promise<ImportedResult> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.rail !== 'bank_file') throw new Refusal('payout.noBankFile', 409)
    if (batch.state !== 'approved' && batch.state !== 'settled') throw new Refusal('payout.notSent', 409)
    const { rows, faults } = readResult(bytes, bankTemplateOf(batch.template).result)
    const lines = await findSentLines(tx, batchId)
    const wrong = [...faults, ...checkResult(rows, lines)].sort((a, b) => a.row - b.row)
    if (wrong.length > 0) return { paid: 0, failed: 0, faults: wrong }
    await holdAccounts(tx, batchId)
    const count = await takeRows(tx, rows, lines)
    if (count.paid + count.failed > 0) await closeStep(tx, { actor, batch, count })
    return { ...count, faults: [] }
  })
}

/**
 * The accounts in which the rows are booked, in the order of their ids: a refund locks the balances of a maker and her broker in that order, and the bank's
 * rows come in another.
 */
async function holdAccounts(tx: Tx, batchId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "LedgerAccount" WHERE kind IN ('payable', 'in_transit') AND currency = 'CNY'
      AND "partyId" IN (SELECT "partyId" FROM "PayoutLine" WHERE "batchId" = ${batchId}::uuid) ORDER BY id FOR KEY SHARE`
}

/** Books every row whose line is still on its way; the others were booked before. */
async function takeRows(
  tx: Tx,
  rows: readonly ResultRow[],
  lines: ReadonlyMap<number, SentLine>,
): Promise<ResultCount> {
  const finishedAt = await appNow(tx)
  const count = { paid: 0, failed: 0 }
  for (const { seq, failure } of rows) {
    const line = lines.get(seq)
    if (line?.state !== 'in_transit') continue
    if (failure === null) {
      await advanceLine(tx, { lineId: line.id, to: 'paid', data: { finishedAt } })
      await postPaid(tx, line, [
        { account: { system: 'bank', kind: 'bank' }, amount: -line.amountFen, purpose: 'paid' },
      ])
      count.paid += 1
    } else {
      await advanceLine(tx, { lineId: line.id, to: 'failed', data: { finishedAt, failureReason: failure } })
      await postFailed(tx, line)
      count.failed += 1
    }
    await failpoint('payout.row.booked')
  }
  return count
}

/** Writes what the import brought, and settles the batch when no line is on its way any more. */
async function closeStep(
  tx: Tx,
  { actor, batch, count }: { actor: Actor; batch: LockedBatch; count: ResultCount },
): Promise<void> {
  const note = resultNote(count)
  const step = { batchId: batch.id, actorUserId: actor.userId, note }
  if (!(await settleIfDone(tx, step))) await tx.payoutEvent.create({ data: { ...step, state: batch.state } })
  await recordAudit(tx, {
    actor,
    action: 'payout.result_imported',
    subject: { type: 'PayoutBatch', id: batch.id },
    detail: { ...count },
  })
}
