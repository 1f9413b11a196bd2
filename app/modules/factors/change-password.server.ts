import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { endOthers } from '~/modules/auth/end-other-sessions.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { hashPassword, isPassword } from '~/platform/secrets/password.server'
import { refusePhonePassword } from './refuse-phone-password.server'
import { settlePasswordTry, takePasswordTry } from './take-password-try.server'

type ChangeInput = {
  actor: Actor
  current: string
  password: string
  /** the session that asks and stays */
  token: string | null
  address: string | null
}

/**
 * Sets another password in place of the one she knows; she is signed out everywhere else. The caller has asked for a fresh proof, and the database wants one too. Not found for somebody without a confirmed
 * second factor; refuses a wrong present password, the same again, one that holds her phone number, and what takePasswordTry refuses.
 */
export async function changePassword({
  actor,
  current,
  password,
  token,
  address,
}: ChangeInput): Promise<void> {
  const factor = await inScope({ person: actor.personId }, (tx) =>
    tx.secondFactor.findFirst({
      where: { userId: actor.userId, confirmedAt: { not: null } },
      select: { id: true, passwordHash: true },
    }),
  )
  if (!factor) throw notFound()
  await takePasswordTry({ factorId: factor.id, address })
  if (!(await isPassword(factor.passwordHash, current)))
    throw new Refusal('factors.currentWrong', 422, {}, 'current')
  await settlePasswordTry({ factorId: factor.id, address })
  if (await isPassword(factor.passwordHash, password))
    throw new Refusal('factors.passwordSame', 422, {}, 'password')
  const passwordHash = await hashPassword(password)
  await inScope({ person: actor.personId }, async (tx) => {
    await refusePhonePassword(tx, { actor, password })
    // two changes at one moment: the second finds another password than the one it knew
    const { count } = await tx.secondFactor.updateMany({
      where: { id: factor.id, passwordHash: factor.passwordHash },
      data: { passwordHash },
    })
    if (count === 0) throw new Refusal('factors.currentWrong', 422, {}, 'current')
    await recordAudit(tx, {
      actor,
      action: 'factor.password_changed',
      subject: { type: 'User', id: actor.userId },
    })
    await endOthers(tx, { actor, token })
  })
}
