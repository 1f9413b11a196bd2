import { inScope } from '~/platform/db/in-scope.server'

/** Deletes at most `batch` sign-in links that are dead and older than a day, with what they sealed, and says how many. Younger ones stay for the caps. */
export function sweepLinks({ batch }: { batch: number }): Promise<number> {
  return inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    WITH gone AS (DELETE FROM "EmailLink" WHERE id IN (SELECT id FROM "EmailLink"
      WHERE "createdAt" <= app_now() - interval '24 hours' LIMIT ${batch}::int FOR UPDATE SKIP LOCKED) RETURNING "keyId")
    UPDATE "DataKey" k SET wrapped = NULL, "destroyedAt" = coalesce("destroyedAt", app_now()) FROM gone WHERE k.id = gone."keyId"`,
  )
}
