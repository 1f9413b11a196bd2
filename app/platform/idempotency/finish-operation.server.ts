import type { Tx } from '~/platform/db/prisma.server'
import type { OperationKey } from './operation'

/** Nothing is left to do: from now on a repeat is only answered. Twice is once. */
export async function finishOperation(tx: Tx, { key, actorKey }: OperationKey): Promise<void> {
  await tx.$executeRaw`
    UPDATE "IdempotencyKey" SET "finishedAt" = app_now(), "lockedUntil" = NULL WHERE key = ${key} AND "actorKey" = ${actorKey} AND "finishedAt" IS NULL`
}
