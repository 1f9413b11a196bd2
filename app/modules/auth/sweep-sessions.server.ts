import { inScope } from '~/platform/db/in-scope.server'

/** Deletes at most `batch` sessions whose time is over (signing out ends it) since a day or longer, and says how many. */
export function sweepSessions({ batch }: { batch: number }): Promise<number> {
  return inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    DELETE FROM "Session" WHERE id IN (SELECT id FROM "Session"
      WHERE "expiresAt" <= app_now() - interval '24 hours' ORDER BY "expiresAt" LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
