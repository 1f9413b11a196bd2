import { prisma } from '~/platform/db/prisma.server'

/** Deletes at most `batch` counters of addresses from which nothing was tried for a day, those at which somebody was right after a year, and says how many. */
export function sweepTries({ batch }: { batch: number }): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM "PasswordTry" WHERE ("factorId", "addressHash") IN (SELECT "factorId", "addressHash" FROM "PasswordTry"
      WHERE "lastAt" <= app_now() - CASE WHEN "isKnown" THEN interval '365 days' ELSE interval '1 day' END LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`
}
