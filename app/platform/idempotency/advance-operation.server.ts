import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { OperationAnswer, OperationKey } from './operation'

type Phase = { recoveryPoint: string; answer: OperationAnswer }

/** Notes, in the transaction of what the phase has written, how far an operation came and what a repeat is answered. */
export async function advanceOperation(tx: Tx, operation: OperationKey, phase: Phase): Promise<void> {
  await tx.$executeRaw(advanceSql(operation, phase))
}

/** The same as the end of a statement that writes what the phase writes last. */
export function advanceSql({ key, actorKey }: OperationKey, { recoveryPoint, answer }: Phase): Prisma.Sql {
  return Prisma.sql`
    UPDATE "IdempotencyKey" SET "recoveryPoint" = ${recoveryPoint}, response = ${JSON.stringify(answer)}::jsonb WHERE "actorKey" = ${actorKey} AND key = ${key}`
}
