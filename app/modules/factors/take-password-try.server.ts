import { addressKey } from '~/modules/auth/address-key'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { keyedHash } from '~/platform/secrets/token.server'

/** so many tries are free from one address; each further one waits twice as long as the one before */
const freeTries = 10
const firstWaitSeconds = 30
const longestWaitSeconds = 900
/** wrong passwords of an hour from one address, whoever's */
const mostOfAddress = 60
/** wrong passwords of an hour for one account from addresses at which it was never right */
const mostOfStrangers = 200

type PasswordTry = {
  /** or what stands for it at a number without one */
  factorId: string
  /** null when the request has none: all such are one */
  address: string | null
}

const hashOf = (address: string | null) =>
  keyedHash('password-try', address === null ? 'none' : addressKey(address))

/**
 * Counts a try at somebody's password before anything is compared, committed at once; therefore never inside a caller's transaction. Counted by where it comes from: whoever guesses elsewhere slows down
 * herself, and many who guess from many places slow down each other, never an address at which the account was right before. Refuses (429) while an address waits.
 */
export async function takePasswordTry({ factorId, address }: PasswordTry): Promise<void> {
  const addressHash = hashOf(address)
  const [sums] = await prisma.$queryRaw<{ ofAddress: number; ofStrangers: number }[]>`
    SELECT (SELECT coalesce(sum(tries), 0) FROM "PasswordTry" WHERE "addressHash" = ${addressHash} AND "lastAt" > app_now() - interval '1 hour')::int AS "ofAddress",
      CASE WHEN EXISTS (SELECT 1 FROM "PasswordTry" WHERE "factorId" = ${factorId}::uuid AND "addressHash" = ${addressHash} AND "isKnown") THEN 0
        ELSE (SELECT coalesce(sum(tries), 0) FROM "PasswordTry" WHERE "factorId" = ${factorId}::uuid AND NOT "isKnown" AND "lastAt" > app_now() - interval '1 hour') END::int AS "ofStrangers"`
  if (sums && (sums.ofAddress >= mostOfAddress || sums.ofStrangers >= mostOfStrangers))
    throw tooMany(longestWaitSeconds)
  const taken = await prisma.$executeRaw`
    INSERT INTO "PasswordTry" AS p ("factorId", "addressHash", tries, "nextTryAt", "lastAt") VALUES (${factorId}::uuid, ${addressHash}, 1, app_now(), app_now())
    ON CONFLICT ("factorId", "addressHash") DO UPDATE SET tries = p.tries + 1, "lastAt" = app_now(), "nextTryAt" = app_now() + make_interval(secs =>
        CASE WHEN p.tries < ${freeTries}::int THEN 0 ELSE least(${longestWaitSeconds}::int, ${firstWaitSeconds}::int * 2 ^ least(p.tries - ${freeTries}::int, 10)) END)
    WHERE p."nextTryAt" <= app_now()`
  if (taken === 1) return
  const [waiting] = await prisma.$queryRaw<{ seconds: number }[]>`
    SELECT greatest(1, ceil(extract(epoch FROM "nextTryAt" - app_now())))::int AS seconds FROM "PasswordTry"
    WHERE "factorId" = ${factorId}::uuid AND "addressHash" = ${addressHash}`
  throw tooMany(waiting?.seconds ?? firstWaitSeconds)
}

/** It was right: from here she is not slowed down by others. */
export async function settlePasswordTry({ factorId, address }: PasswordTry): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "PasswordTry" SET tries = 0, "nextTryAt" = app_now(), "isKnown" = true WHERE "factorId" = ${factorId}::uuid AND "addressHash" = ${hashOf(address)}`
}

function tooMany(seconds: number): Refusal {
  return new Refusal('factors.tooManyTries', 429, { seconds }, null, seconds)
}
