import { prisma } from '~/platform/db/prisma.server'

/** Deletes at most `batch` keys that were finished thirty days ago, and says how many: nobody repeats a request after that. Unfinished ones stay. */
export function sweepOperations({ batch }: { batch: number }): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("actorKey", key) IN (SELECT "actorKey", key FROM "IdempotencyKey"
      WHERE "createdAt" <= app_now() - interval '30 days' AND "finishedAt" <= app_now() - interval '30 days'
      LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`
}
