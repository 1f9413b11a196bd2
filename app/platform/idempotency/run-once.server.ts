import { prisma } from '~/platform/db/prisma.server'
import { claimOperation } from './claim-operation.server'
import { finishOperation } from './finish-operation.server'
import type { OperationKey } from './operation'

/** Longer than a provider may take to answer, with its retries. */
const leaseSeconds = 60

/**
 * Does an operation under its key, one worker at a time and until it has succeeded; afterwards it does nothing. When somebody else is at work it leaves it to them. The work is
 * idempotent itself and commits its own transactions: a crash between it and the end of the key repeats it. A failure gives the key back and is thrown.
 */
export async function runOnce(operation: OperationKey, work: () => Promise<void>): Promise<void> {
  const { isMine } = await prisma.$transaction((tx) =>
    claimOperation(tx, { ...operation, request: operation.key, leaseSeconds }),
  )
  if (!isMine) return
  try {
    await work()
  } catch (error) {
    await giveBack(operation)
    throw error
  }
  await finishOperation(prisma, operation)
}

async function giveBack({ key, actorKey }: OperationKey): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "IdempotencyKey" SET "lockedUntil" = clock_timestamp()
    WHERE key = ${key} AND "actorKey" = ${actorKey} AND "finishedAt" IS NULL`
}
