import { inScope } from '~/platform/db/in-scope.server'

/**
 * Deletes at most `batch` sign-in and order codes that are dead and older than a day, and says how many. Younger ones stay, dead or not: the caps
 * of a day and of an hour count them.
 */
export function sweepCodes({ batch }: { batch: number }): Promise<number> {
  return inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    DELETE FROM "OneTimeCode" WHERE id IN (SELECT id FROM "OneTimeCode"
      WHERE "createdAt" <= app_now() - interval '24 hours' AND ("expiresAt" <= app_now() OR "consumedAt" IS NOT NULL)
      LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
