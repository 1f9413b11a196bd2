import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { advanceBatch } from './advance-batch.server'

type Step = { batchId: string; actorUserId: string | null; note: string | null }

/** Settles an approved batch when no line of it is on its way any more. True when it did. The caller holds the batch. */
export async function settleIfDone(tx: Tx, { batchId, actorUserId, note }: Step): Promise<boolean> {
  const open = await tx.payoutLine.count({ where: { batchId, state: 'in_transit' } })
  if (open > 0) return false
  return advanceBatch(tx, {
    batchId,
    to: 'settled',
    actorUserId,
    note,
    data: { settledAt: await appNow(tx) },
  })
}
