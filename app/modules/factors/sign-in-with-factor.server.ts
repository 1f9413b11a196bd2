import { type StartedSession, startSession } from '~/modules/auth/start-session.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { FactorCode } from './schema'
import { spendCode } from './spend-code.server'

type SignIn = {
  /** whose password has been proved */
  factorId: string
  code: FactorCode
  /** the session that the browser still has */
  oldToken: string | null
  device: string | null
  deviceHash?: Uint8Array<ArrayBuffer> | null
}

/** The second step after the password: spends the code and starts a session in which her staff roles work. Refuses what spendCode refuses, and a user who was shut out. */
export async function signInWithFactor({ factorId, code, ...session }: SignIn): Promise<StartedSession> {
  const { userId } = await spendCode({ factorId, code, field: 'code' })
  return inScope({ job: 'sign_in' }, async (tx) => {
    // a reset that runs beside it ends this session too, or has taken the second factor away
    const [factor] = await tx.$queryRaw<{ isShutOut: boolean }[]>`
      SELECT u."disabledAt" IS NOT NULL AS "isShutOut" FROM "SecondFactor" f JOIN "User" u ON u.id = f."userId" WHERE f.id = ${factorId}::uuid FOR SHARE OF f`
    if (!factor) throw new Refusal('factors.codeWrong', 422, {}, 'code')
    if (factor.isShutOut) throw new Refusal('account.disabled', 403)
    return startSession(tx, { userId, isProved: true, ...session })
  })
}
