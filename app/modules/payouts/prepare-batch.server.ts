import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { sum } from '~/platform/money'
import { findPayables, type Payable, type PayableOutcome } from './find-payables.server'

/** Lines of one batch at most, so that approving it stays one short transaction; who does not fit waits for the next one. */
export const batchLimit = 100

/** The advisory lock under which batches are prepared: two preparers at once take turns. */
const preparingLock = 710_002

/** Who waits for another batch, and why. `batch_full`: her turn comes with the next one. */
export type LeftOut = {
  sellerId: string
  nameZh: string
  why: Exclude<PayableOutcome, 'ready'> | 'batch_full'
}

export type PreparedBatch = {
  batchId: string
  number: string
  lineCount: number
  totalFen: bigint
  leftOut: LeftOut[]
}

/**
 * Prepares a batch of all that is owed and can be paid: one line per seller, the whole balance. Nothing moves in the ledger until somebody else approves.
 * Refuses when there is nobody to pay. The database refuses a second open line of one party whatever happens here.
 */
export function prepareBatch({ actor }: { actor: Actor }): Promise<PreparedBatch> {
  return inScope({ job: 'payout' }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${preparingLock}::bigint)`
    const payables = await findPayables(tx)
    const chosen = payables.filter(({ outcome }) => outcome === 'ready').slice(0, batchLimit)
    if (chosen.length === 0) throw new Refusal('payout.nobody', 409)
    const batch = await writeBatch(tx, actor, chosen)
    const leftOut = leftOutOf(payables, chosen)
    await recordAudit(tx, {
      actor,
      action: 'payout.prepared',
      subject: { type: 'PayoutBatch', id: batch.batchId },
      detail: { lines: chosen.length, totalFen: String(batch.totalFen), leftOut: leftOut.length },
    })
    return { ...batch, leftOut }
  })
}

async function writeBatch(tx: Tx, actor: Actor, chosen: readonly Payable[]) {
  const totalFen = sum(chosen.map(({ fen }) => fen))
  const batch = await tx.payoutBatch.create({
    data: {
      number: await nextNumber(tx),
      lineCount: chosen.length,
      totalFen,
      preparedById: actor.userId,
      lines: { create: chosen.map(lineOf) },
      events: { create: [{ state: 'prepared', actorUserId: actor.userId }] },
    },
    select: { id: true, number: true },
  })
  return { batchId: batch.id, number: batch.number, lineCount: chosen.length, totalFen }
}

function lineOf({ partyId, bankAccountId, fen, attempt }: Payable, index: number) {
  if (!bankAccountId) throw new Error('a payout without an account')
  return { seq: index + 1, partyId, bankAccountId, amountFen: fen, attempt }
}

/** P261123-1: the day and the batch of that day. The lock makes it gapless. */
async function nextNumber(tx: Tx): Promise<string> {
  const day = dayOf(await appNow(tx))
    .slice(2)
    .replaceAll('-', '')
  const made = await tx.payoutBatch.count({ where: { number: { startsWith: `P${day}-` } } })
  return `P${day}-${made + 1}`
}

function leftOutOf(payables: readonly Payable[], chosen: readonly Payable[]): LeftOut[] {
  const paid = new Set(chosen.map(({ partyId }) => partyId))
  return payables
    .filter(({ partyId }) => !paid.has(partyId))
    .map(({ sellerId, nameZh, outcome }) => ({
      sellerId,
      nameZh,
      why: outcome === 'ready' ? 'batch_full' : outcome,
    }))
}
