import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { Claim, OperationKey } from './operation'

type ClaimInput = OperationKey & {
  /** the parsed request: the same key with another one is refused (409) */
  request: unknown
  /** real time: how long nobody else may work on it */
  leaseSeconds: number
}

const Answer = z.record(z.string(), z.string()).nullable()

/**
 * Begins an operation, or finds it begun. A new key and one whose lease is over (whoever held it is dead) become the caller's; a concurrent claim of the same key waits for the
 * other transaction. Refuses a key that was used for another request.
 */
export async function claimOperation(tx: Tx, input: ClaimInput): Promise<Claim> {
  const { key, actorKey, leaseSeconds } = input
  const requestHash = createHash('sha256').update(JSON.stringify(input.request)).digest('hex')
  const begun = await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" (key, "actorKey", "requestHash", "recoveryPoint", "lockedUntil")
    VALUES (${key}, ${actorKey}, ${requestHash}, 'claimed', clock_timestamp() + make_interval(secs => ${leaseSeconds}::int))
    ON CONFLICT DO NOTHING`
  if (begun === 1) return { isMine: true, isFinished: false, recoveryPoint: 'claimed', answer: null }
  const takenOver = await tx.$executeRaw`
    UPDATE "IdempotencyKey" SET "lockedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    WHERE key = ${key} AND "actorKey" = ${actorKey} AND "requestHash" = ${requestHash} AND "finishedAt" IS NULL
      AND ("lockedUntil" IS NULL OR "lockedUntil" <= clock_timestamp())`
  const row = await tx.idempotencyKey.findUniqueOrThrow({ where: { actorKey_key: { actorKey, key } } })
  if (row.requestHash !== requestHash) throw new Refusal('errors.formToken', 409)
  return {
    isMine: takenOver === 1,
    isFinished: row.finishedAt !== null,
    recoveryPoint: row.recoveryPoint,
    answer: Answer.parse(row.response),
  }
}
