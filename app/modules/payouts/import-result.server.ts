import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { advanceBatch } from './advance-batch.server'
import { advanceLine } from './advance-line.server'
import { type ResultCount, resultNote } from './batch-notes'
import { checkResult, findSentLines, type SentLine } from './check-result.server'
import { type LockedBatch, lockBatch } from './lock-batch.server'
import { type ResultFault, type ResultRow, readResult } from './read-result'

type ImportInput = { actor: Actor; batchId: string; bytes: Uint8Array }

/** What an import brought; `faults` not empty: nothing of it was taken. */
export type ImportedResult = ResultCount & { faults: ResultFault[] }

/**
 * Takes the bank's answer to a batch, all of it or nothing: every row must fit its line by number, amount and account tail. Paid lines leave the ledger's
 * in-transit for the bank; failed ones are owed again, with the bank's words. Lines that the file does not name stay on their way; when none is left the
 * batch is settled. The same file again changes nothing. Refuses a batch that was never approved.
 */
export function importResult({ actor, batchId, bytes }: ImportInput): Promise<ImportedResult> {
  const { rows, faults } = readResult(bytes)
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.state !== 'approved' && batch.state !== 'settled') throw new Refusal('payout.notSent', 409)
    const lines = await findSentLines(tx, batchId)
    const wrong = [...faults, ...checkResult(rows, lines)].sort((a, b) => a.row - b.row)
    if (wrong.length > 0) return { paid: 0, failed: 0, faults: wrong }
    const count = await takeRows(tx, rows, lines)
    if (count.paid + count.failed > 0) await closeStep(tx, { actor, batch, count })
    return { ...count, faults: [] }
  })
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
      await postPaid(tx, line)
      count.paid += 1
    } else {
      await advanceLine(tx, { lineId: line.id, to: 'failed', data: { finishedAt, failureReason: failure } })
      await postReturned(tx, line)
      count.failed += 1
    }
  }
  return count
}

async function postPaid(tx: Tx, { id, sellerId, amountFen }: SentLine): Promise<void> {
  await postTransaction(tx, {
    reference: `payout:${id}:paid`,
    kind: 'payout_paid',
    legs: [
      { account: { sellerId, kind: 'in_transit' }, amount: amountFen, purpose: 'paid' },
      { account: { system: 'bank', kind: 'bank' }, amount: -amountFen, purpose: 'paid' },
    ],
  })
}

async function postReturned(tx: Tx, { id, sellerId, amountFen }: SentLine): Promise<void> {
  await postTransaction(tx, {
    reference: `payout:${id}:failed`,
    kind: 'payout_returned',
    legs: [
      { account: { sellerId, kind: 'in_transit' }, amount: amountFen, purpose: 'returned' },
      { account: { sellerId, kind: 'payable' }, amount: -amountFen, purpose: 'returned' },
    ],
  })
}

/** Writes what the import brought, and settles the batch when no line is on its way any more. */
async function closeStep(
  tx: Tx,
  { actor, batch, count }: { actor: Actor; batch: LockedBatch; count: ResultCount },
): Promise<void> {
  const note = resultNote(count)
  const open = await tx.payoutLine.count({ where: { batchId: batch.id, state: 'in_transit' } })
  if (open === 0) {
    const settledAt = await appNow(tx)
    await advanceBatch(tx, {
      batchId: batch.id,
      to: 'settled',
      actorUserId: actor.userId,
      note,
      data: { settledAt },
    })
  } else {
    await tx.payoutEvent.create({
      data: { batchId: batch.id, state: batch.state, actorUserId: actor.userId, note },
    })
  }
  await recordAudit(tx, {
    actor,
    action: 'payout.result_imported',
    subject: { type: 'PayoutBatch', id: batch.id },
    detail: { ...count, open },
  })
}
