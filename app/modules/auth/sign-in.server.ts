import { inScope } from '~/platform/db/in-scope.server'
import { checkCode } from './check-code.server'
import { findOrCreateUser } from './find-or-create-user.server'
import { type StartedSession, startSession } from './start-session.server'

type SignIn = {
  /** eleven digits */
  phone: string
  /** six digits */
  code: string
  /** the session that the browser still has */
  oldToken: string | null
  device: string | null
  deviceHash?: Uint8Array<ArrayBuffer> | null
}

/** Spends the code and starts a session for the owner of the number, who exists from now on. Refuses what checkCode refuses. */
export async function signIn({ phone, code, ...session }: SignIn): Promise<StartedSession> {
  await checkCode({ purpose: 'sign_in', phone, code })
  return inScope({ job: 'sign_in' }, async (tx) => {
    const user = await findOrCreateUser(tx, phone)
    return startSession(tx, { userId: user.id, ...session })
  })
}
