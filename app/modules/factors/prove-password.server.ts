import { secretIndex } from '~/modules/people/secret-index.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { hashPassword, isPassword } from '~/platform/secrets/password.server'
import { keyedHash } from '~/platform/secrets/token.server'
import { settlePasswordTry, takePasswordTry } from './take-password-try.server'

/**
 * Whether this is the password of the number's second factor; answers which one it is. One message for a wrong password, a number that nobody has and one without a second factor, after the same statements and the
 * same work, and each slowed down alike. Refuses what takePasswordTry refuses.
 */
export async function provePassword({
  phone,
  password,
  address,
}: {
  /** eleven digits */
  phone: string
  password: string
  /** where it comes from; null when it has none */
  address: string | null
}): Promise<{ factorId: string; userId: string }> {
  const factor = await findFactorOf(phone)
  await takePasswordTry({ factorId: factor?.id ?? nobodysFactorId(phone), address })
  const isRight = factor?.isConfirmed
    ? await isPassword(factor.passwordHash, password)
    : await workInVain(password)
  if (!factor || !isRight) throw new Refusal('factors.passwordWrong', 422, {}, 'password')
  await settlePasswordTry({ factorId: factor.id, address })
  return { factorId: factor.id, userId: factor.userId }
}

type FoundFactor = { id: string; userId: string; passwordHash: string; isConfirmed: boolean }

/** In one statement, whether or not anybody has the number. */
async function findFactorOf(phone: string): Promise<FoundFactor | undefined> {
  const [found] = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$queryRaw<FoundFactor[]>`
      SELECT f.id::text AS id, f."userId"::text AS "userId", f."passwordHash", f."confirmedAt" IS NOT NULL AS "isConfirmed"
      FROM "PersonSecret" p JOIN "User" u ON u."personId" = p."personId" JOIN "SecondFactor" f ON f."userId" = u.id
      WHERE p.field = 'phone' AND p."blindIndex" = ${secretIndex('phone', phone)} AND u."disabledAt" IS NULL`,
  )
  return found
}

/** What tries at a number without a second factor are counted under: the same for the same number, and nobody's. */
function nobodysFactorId(phone: string): string {
  return Buffer.from(keyedHash('nobodys-factor', phone)).subarray(0, 16).toString('hex')
}

/** As long as a comparison takes: how long an answer takes says nothing about a number. */
async function workInVain(password: string): Promise<false> {
  await hashPassword(password)
  return false
}
