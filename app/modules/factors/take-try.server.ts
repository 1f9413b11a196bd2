import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'

/** so many tries are free; each further one waits twice as long as the one before */
const freeTries = 10
const firstWaitSeconds = 30
const longestWaitSeconds = 900

export type TriedFactor = {
  id: string
  userId: string
  keyId: string
  secretCipher: Uint8Array
}

/**
 * Counts a try at somebody's code, before anything is compared and committed at once: of any number of guesses at the same time no more are looked at than the account
 * allows. Therefore it never runs inside a caller's transaction. Null when there is no such second factor; refuses (429) while the account waits.
 */
export async function takeTry({
  factorId,
  isConfirmed,
}: {
  factorId: string
  /** false: one that is being set up */
  isConfirmed: boolean
}): Promise<TriedFactor | null> {
  const [taken] = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$queryRaw<TriedFactor[]>`
    UPDATE "SecondFactor" SET tries = tries + 1, "nextTryAt" = app_now() + make_interval(secs =>
        CASE WHEN tries < ${freeTries}::int THEN 0 ELSE least(${longestWaitSeconds}::int, ${firstWaitSeconds}::int * 2 ^ least(tries - ${freeTries}::int, 10)) END)
    WHERE id = ${factorId}::uuid AND ("confirmedAt" IS NOT NULL) = ${isConfirmed} AND "nextTryAt" <= app_now()
    RETURNING id::text, "userId"::text, "keyId"::text, "secretCipher"`,
  )
  if (taken) return taken
  const [waiting] = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$queryRaw<{ seconds: number }[]>`
    SELECT greatest(1, ceil(extract(epoch FROM "nextTryAt" - app_now())))::int AS seconds FROM "SecondFactor"
    WHERE id = ${factorId}::uuid AND ("confirmedAt" IS NOT NULL) = ${isConfirmed}`,
  )
  if (!waiting) return null
  throw new Refusal('factors.tooManyTries', 429, { seconds: waiting.seconds }, null, waiting.seconds)
}
