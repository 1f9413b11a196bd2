import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope } from '~/platform/db/in-scope.server'

/**
 * Deletes at most `batch` browsers without an account that marked nothing for `carts.keepDays`, with what they kept, and says how many. Their cookies ended
 * before: nobody can open them any more. One that is being changed now is left.
 */
export async function sweepVisitors({ batch }: { batch: number }): Promise<number> {
  const days = await readSetting('carts.keepDays')
  return inScope(
    { job: 'sweep' },
    (tx) => tx.$executeRaw`
    DELETE FROM "Visitor" WHERE id IN (SELECT id FROM "Visitor" WHERE "userId" IS NULL AND "updatedAt" <= app_now() - make_interval(days => ${days}::int)
      ORDER BY "updatedAt" LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
