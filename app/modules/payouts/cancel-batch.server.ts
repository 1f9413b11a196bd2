import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { advanceBatch } from './advance-batch.server'
import { advanceLine } from './advance-line.server'
import { lockBatch } from './lock-batch.server'

type CancelInput = { actor: Actor; batchId: string; reason: string }

/** Gives up a batch that nobody has approved; its sellers may enter another at once. Refuses any other state; cancelled twice is once. */
export function cancelBatch({ actor, batchId, reason }: CancelInput): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.state === 'cancelled') return
    if (batch.state !== 'prepared') throw new Refusal('payout.notPrepared', 409)
    await advanceBatch(tx, { batchId, to: 'cancelled', actorUserId: actor.userId, note: reason })
    const finishedAt = await appNow(tx)
    const lines = await tx.payoutLine.findMany({ where: { batchId }, select: { id: true } })
    for (const { id } of lines) await advanceLine(tx, { lineId: id, to: 'cancelled', data: { finishedAt } })
    await recordAudit(tx, {
      actor,
      action: 'payout.cancelled',
      subject: { type: 'PayoutBatch', id: batchId },
      reason,
    })
  })
}
