import type { Tx } from '~/platform/db/prisma.server'
import type { OperationAnswer, OperationKey } from './operation'

type Phase = { recoveryPoint: string; answer: OperationAnswer }

/** Notes, in the transaction of what the phase has written, how far an operation came and what a repeat is answered. */
export async function advanceOperation(
  tx: Tx,
  { key, actorKey }: OperationKey,
  { recoveryPoint, answer }: Phase,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "IdempotencyKey" SET "recoveryPoint" = ${recoveryPoint}, response = ${JSON.stringify(answer)}::jsonb WHERE "actorKey" = ${actorKey} AND key = ${key}`
}
