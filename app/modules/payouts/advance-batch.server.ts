import type { PayoutBatchState } from '~/generated/prisma/enums'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { batchSteps } from './status'

type Step = {
  batchId: string
  to: PayoutBatchState
  /** null: the provider's word */
  actorUserId: string | null
  /** why it was cancelled, in her words, or a code of batch-notes */
  note?: string | null
  /** the person and dates that belong to the step */
  data?: Prisma.PayoutBatchUncheckedUpdateManyInput
}

/** The only writer of PayoutBatch.state. True when it moved; false when it was there already or may not go there. */
export async function advanceBatch(
  tx: Tx,
  { batchId, to, actorUserId, note = null, data = {} }: Step,
): Promise<boolean> {
  const { count } = await tx.payoutBatch.updateMany({
    where: { id: batchId, state: { in: sourcesOf(batchSteps, to) } },
    data: { ...data, state: to },
  })
  if (count === 0) return false
  await tx.payoutEvent.create({ data: { batchId, state: to, actorUserId, note } })
  return true
}
