import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { OperationKey } from './operation'

/** Nothing is left to do: from now on a repeat is only answered. Twice is once. */
export async function finishOperation(tx: Tx, { key, actorKey }: OperationKey): Promise<void> {
  await tx.idempotencyKey.updateMany({
    where: { key, actorKey, finishedAt: null },
    data: { finishedAt: await appNow(tx), lockedUntil: null },
  })
}
