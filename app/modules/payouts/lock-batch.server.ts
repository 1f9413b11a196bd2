import type { PayoutBatchState, PayoutRail } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

export type LockedBatch = {
  id: string
  number: string
  state: PayoutBatchState
  rail: PayoutRail
  template: string
  lineCount: number
  totalFen: bigint
  preparedById: string
  approvedById: string | null
  fileChecksum: string | null
}

/** A batch, its row locked for the rest of the transaction: approving, cancelling, downloading and importing take turns. 404 when there is none. */
export async function lockBatch(tx: Tx, batchId: string): Promise<LockedBatch> {
  const [batch] = await tx.$queryRaw<LockedBatch[]>`
    SELECT id, number, state::text AS state, rail::text AS rail, template, "lineCount", "totalFen", "preparedById", "approvedById", "fileChecksum"
    FROM "PayoutBatch" WHERE id = ${batchId}::uuid FOR UPDATE`
  if (!batch) throw notFound()
  return batch
}
