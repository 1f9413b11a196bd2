import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { sum } from '~/platform/money'
import { findPayables, type Payable, type PayableOutcome } from './find-payables.server'
import { requireArrangement } from './require-arrangement.server'
import { type PayoutWay, rowLimitOf } from './ways'

/** The advisory lock under which batches are prepared: two preparers at once take turns. */
const preparingLock = 710_002

/** Who waits for another batch, and why. `batch_full`: her turn comes with the next one. */
export type LeftOut = {
  partyId: string
  sellerId: string | null
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
 * Prepares a batch of all that is owed and can be paid in this way: one line each, the whole balance less what goes against a debt. Whoever does not fit into
 * one file waits for the next batch; nothing is cut. Nothing moves in the ledger until somebody else approves. Refuses when there is nobody to pay and, in
 * live mode, before a lawful set-up is on record. The database refuses a second open line of one party whatever happens here.
 */
export function prepareBatch({
  actor,
  way = 'standard',
}: {
  actor: Actor
  way?: PayoutWay
}): Promise<PreparedBatch> {
  return inScope({ job: 'payout' }, async (tx) => {
    await requireArrangement(tx)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${preparingLock}::bigint)`
    const payables = await findPayables(tx, way)
    const chosen = payables.filter(({ outcome }) => outcome === 'ready').slice(0, rowLimitOf(way))
    if (chosen.length === 0) throw new Refusal('payout.nobody', 409)
    const batch = await writeBatch(tx, { actor, way, chosen })
    const leftOut = leftOutOf(payables, chosen)
    await recordAudit(tx, {
      actor,
      action: 'payout.prepared',
      subject: { type: 'PayoutBatch', id: batch.batchId },
      detail: { way, lines: chosen.length, totalFen: String(batch.totalFen), leftOut: leftOut.length },
    })
    return { ...batch, leftOut }
  })
}

type Chosen = { actor: Actor; way: PayoutWay; chosen: readonly Payable[] }

async function writeBatch(tx: Tx, { actor, way, chosen }: Chosen) {
  const totalFen = sum(chosen.map(({ amountFen }) => amountFen))
  const batch = await tx.payoutBatch.create({
    data: {
      number: await nextNumber(tx),
      ...(way === 'stripe' ? { rail: 'stripe_transfer' } : { rail: 'bank_file', template: way }),
      lineCount: chosen.length,
      totalFen,
      preparedById: actor.userId,
      lines: { create: chosen.map((payable, index) => lineOf(payable, { way, seq: index + 1 })) },
      events: { create: [{ state: 'prepared', actorUserId: actor.userId }] },
    },
    select: { id: true, number: true },
  })
  return { batchId: batch.id, number: batch.number, lineCount: chosen.length, totalFen }
}

function lineOf(payable: Payable, { way, seq }: { way: PayoutWay; seq: number }) {
  const { partyId, bankAccountId, connectAccountId, amountFen, nettedFen, attempt } = payable
  const to = way === 'stripe' ? { connectAccountId } : { bankAccountId }
  return { seq, partyId, ...to, amountFen, nettedFen, attempt }
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
    .map(({ partyId, sellerId, nameZh, outcome }) => ({
      partyId,
      sellerId,
      nameZh,
      why: outcome === 'ready' ? 'batch_full' : outcome,
    }))
}
