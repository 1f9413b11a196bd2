import { inScope } from '~/platform/db/in-scope.server'
import { openSteps } from '~/platform/secrets/totp.server'

/** a day of steps */
const kept = 2880

/** Deletes at most `batch` used steps whose codes nobody takes any more, a day old by the time of the world, and says how many. */
export function sweepSteps({ batch }: { batch: number }): Promise<number> {
  const before = Math.min(...openSteps()) - kept
  return inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    DELETE FROM "UsedStep" WHERE ("factorId", step) IN (SELECT "factorId", step FROM "UsedStep"
      WHERE step < ${before}::int LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
