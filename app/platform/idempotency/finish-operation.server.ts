import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { OperationKey } from './operation'

/** Nothing is left to do: from now on a repeat is only answered. Twice is once. */
export async function finishOperation(tx: Tx, operation: OperationKey): Promise<void> {
  await tx.$executeRaw(finishSql(operation))
}

/** The same as a part of another statement; it ends in its conditions. */
export function finishSql({ key, actorKey }: OperationKey): Prisma.Sql {
  return Prisma.sql`
    UPDATE "IdempotencyKey" SET "finishedAt" = app_now(), "lockedUntil" = NULL WHERE key = ${key} AND "actorKey" = ${actorKey} AND "finishedAt" IS NULL`
}
