import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { findPaidLine } from './find-paid-line.server'
import { lockBatch } from './lock-batch.server'
import { accountOf } from './party-account'

type ReversalInput = { actor: Actor; batchId: string; lineId: string; amountFen: bigint }

/**
 * Asks for money of a transfer back from her account with the provider, after a refund: never more than she owes, less what is being asked back already; the
 * database refuses more than was sent. Refuses a line that no transfer has paid.
 */
export function requestReversal({ actor, batchId, lineId, amountFen }: ReversalInput): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    const line = await findPaidLine(tx, lineId)
    if (line?.batchId !== batchId) throw notFound()
    if (batch.rail !== 'stripe_transfer' || line.state !== 'paid')
      throw new Refusal('payout.notTransferred', 409)
    const party = line.sellerId ? { sellerId: line.sellerId } : { personId: line.personId }
    const asked = await tx.transferReversal.aggregate({
      where: { state: 'requested', payoutLine: { party } },
      _sum: { amountFen: true },
    })
    const sent = await tx.transferReversal.aggregate({
      where: { state: { not: 'failed' }, payoutLineId: lineId },
      _sum: { amountFen: true },
    })
    const debt = await findBalance(tx, accountOf(line, 'seller_debt'))
    if (amountFen > debt - (asked._sum.amountFen ?? 0n))
      throw new Refusal('payout.reversalAboveDebt', 422, {}, 'amount')
    if (amountFen > line.amountFen - (sent._sum.amountFen ?? 0n))
      throw new Refusal('payout.reversalAboveSent', 422, {}, 'amount')
    const { id } = await tx.transferReversal.create({
      data: { payoutLineId: lineId, amountFen, createdById: actor.userId },
      select: { id: true },
    })
    await enqueue(tx, 'transfer-reversal', { reversalId: id })
    await recordAudit(tx, {
      actor,
      action: 'payout.reversal_requested',
      subject: { type: 'PayoutLine', id: lineId },
      detail: { amountFen: String(amountFen) },
    })
  })
}
