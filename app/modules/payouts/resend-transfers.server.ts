import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { log } from '~/platform/log.server'
import { sendTransfer } from './send-transfer.server'

/** A job has given up long before. */
const leftAfter = 60 * 60 * 1000

/** A few at a time, so that a provider that is away does not hold up what else falls due. */
const most = 5

/** Takes up transfers whose jobs have given up: the money must not stay on its way without an answer. Each that fails is logged and tried again later. */
export async function resendTransfers(): Promise<void> {
  const before = new Date((await appNow()).getTime() - leftAfter)
  const lines = await inScope({ job: 'payout' }, (tx) =>
    tx.payoutLine.findMany({
      where: { state: 'in_transit', batch: { rail: 'stripe_transfer', approvedAt: { lt: before } } },
      orderBy: { id: 'asc' },
      take: most,
      select: { id: true, batchId: true },
    }),
  )
  for (const { id, batchId } of lines) {
    await sendTransfer({ lineId: id }).catch((error) =>
      log.error('due.failed', error, { job: 'payout-transfer', batchId }),
    )
  }
}
