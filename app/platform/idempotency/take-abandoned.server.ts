import { z } from 'zod'
import { prisma } from '~/platform/db/prisma.server'
import type { OperationAnswer, OperationKey } from './operation'

type Abandoned = OperationKey & { answer: OperationAnswer | null }

const Answer = z.record(z.string(), z.string()).nullable()

/** So long nobody else takes it up; one that fails again waits as long. */
const leaseSeconds = 60

/** Takes up the operation that waits longest: not finished, and nobody works on it any more. Null when there is none. */
export async function takeAbandoned(): Promise<Abandoned | null> {
  const [row] = await prisma.$queryRaw<{ key: string; actorKey: string; response: unknown }[]>`
    UPDATE "IdempotencyKey" SET "lockedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    WHERE ("actorKey", key) = (SELECT "actorKey", key FROM "IdempotencyKey"
      WHERE "finishedAt" IS NULL AND ("lockedUntil" IS NULL OR "lockedUntil" <= clock_timestamp())
      ORDER BY "lockedUntil" NULLS FIRST, "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING key, "actorKey", response`
  return row ? { key: row.key, actorKey: row.actorKey, answer: Answer.parse(row.response) } : null
}
