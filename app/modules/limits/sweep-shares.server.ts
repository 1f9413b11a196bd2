import { prisma } from '~/platform/db/prisma.server'

/** Deletes at most `batch` counts whose time is over, and says how many. */
export function sweepShares({ batch }: { batch: number }): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM "UsedShare" WHERE "keyHash" IN (SELECT "keyHash" FROM "UsedShare" WHERE "endsAt" <= app_now() LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`
}
