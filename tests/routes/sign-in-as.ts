import type { Role } from '../../app/generated/prisma/enums'
import { findActor } from '../../app/modules/auth/find-actor.server'
import { findOrCreateUser } from '../../app/modules/auth/find-or-create-user.server'
import { sessionCookie } from '../../app/modules/auth/session.server'
import { startSession } from '../../app/modules/auth/start-session.server'
import { beginSetUp } from '../../app/modules/factors/begin-set-up.server'
import { finishSetUp } from '../../app/modules/factors/finish-set-up.server'
import { inScope } from '../../app/platform/db/in-scope.server'
import { openSteps, timeCode } from '../../app/platform/secrets/totp.server'
import { findTimeSecret } from '../fixtures/factors'
import { owner } from '../fixtures/owner'

/** The Cookie header of somebody who has just signed in with a number: a buyer, or what else she is, but no staff. */
export async function signInAsBuyer(phone: string): Promise<string> {
  const { token } = await inScope({ job: 'sign_in' }, async (tx) => {
    const user = await findOrCreateUser(tx, phone)
    return startSession(tx, { userId: user.id, oldToken: null, device: null })
  })
  return cookieOf(token)
}

export type SignedIn = { cookie: string; userId: string }

/** Somebody with a staff role, as the owner gives it, who has set up password and app and works in the session that this begins. */
export async function signInAsStaff(
  phone: string,
  role: Role,
  regionId: string | null = null,
): Promise<SignedIn> {
  const { userId } = await actorOf(await signInAsBuyer(phone))
  await owner.userRole.create({ data: { userId, role, regionId } })
  return setUpFactor(phone)
}

/** Sets up password and app of somebody who has a staff role already. No code is spent afterwards: as if it had been a while ago. */
export async function setUpFactor(phone: string): Promise<SignedIn> {
  const actor = await actorOf(await signInAsBuyer(phone))
  await beginSetUp({ actor, password: '只有她想得到的一句话' })
  const secret = await findTimeSecret(actor.userId)
  const time = timeCode(secret, openSteps()[1] ?? 0)
  const { token } = await finishSetUp({ actor, code: { time }, oldToken: null, device: null })
  await owner.usedStep.deleteMany({ where: { factor: { userId: actor.userId } } })
  return { cookie: await cookieOf(token), userId: actor.userId }
}

async function actorOf(cookie: string) {
  const actor = await findActor(new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } }))
  if (!actor) throw new Error('nobody is signed in')
  return actor
}

async function cookieOf(token: string): Promise<string> {
  return (await sessionCookie.serialize(token)).split(';')[0] ?? ''
}
