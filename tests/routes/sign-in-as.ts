import { findOrCreateUser } from '../../app/modules/auth/find-or-create-user.server'
import { sessionCookie } from '../../app/modules/auth/session.server'
import { startSession } from '../../app/modules/auth/start-session.server'
import { inScope } from '../../app/platform/db/in-scope.server'

/** The Cookie header of somebody who has just signed in with a number for the first time: a buyer. */
export async function signInAsBuyer(phone: string): Promise<string> {
  const { token } = await inScope({ job: 'sign_in' }, async (tx) => {
    const user = await findOrCreateUser(tx, phone)
    return startSession(tx, { userId: user.id, oldToken: null, device: null })
  })
  const cookie = await sessionCookie.serialize(token)
  return cookie.split(';')[0] ?? ''
}
