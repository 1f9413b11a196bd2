import { openAlert } from '~/modules/alerts/open-alert.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { advanceLine } from './advance-line.server'
import { returnedNote } from './batch-notes'
import { findPaidLine } from './find-paid-line.server'
import { lockBatch } from './lock-batch.server'
import { postSentBack } from './post-line-result.server'

type ReturnInput = {
  actor: Actor
  batchId: string
  lineId: string
  /** the bank's words on its notice */
  reason: string
}

/**
 * Her bank has sent a payment back after it had been paid: finance records the bank's notice. The money is owed again and the next batch carries it, as another
 * attempt. Refuses a line that is not paid by a bank file; recorded twice is once.
 */
export function recordReturn({ actor, batchId, lineId, reason }: ReturnInput): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    const line = await findPaidLine(tx, lineId)
    if (line?.batchId !== batchId) throw notFound()
    if (line.state === 'returned') return
    if (batch.rail !== 'bank_file' || line.state !== 'paid') throw new Refusal('payout.notPaid', 409)
    const data = { finishedAt: await appNow(tx), failureReason: reason }
    await advanceLine(tx, { lineId, to: 'returned', data })
    await postSentBack(tx, line)
    await tx.payoutEvent.create({
      data: { batchId, state: batch.state, actorUserId: actor.userId, note: returnedNote(line.seq) },
    })
    await openAlert(tx, {
      kind: 'payout_sent_back',
      subject: { type: 'PayoutLine', id: lineId },
      detail: { batchId, seq: line.seq },
    })
    await recordAudit(tx, {
      actor,
      action: 'payout.sent_back',
      subject: { type: 'PayoutLine', id: lineId },
      reason,
    })
  })
}
