import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type StartedSession, startSession } from '~/modules/auth/start-session.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import { matchingSteps } from '~/platform/secrets/totp.server'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.server'
import type { FactorCode } from './schema'
import { takeTry } from './take-try.server'
import { openTimeSecret } from './time-secret.server'

type Finish = {
  actor: Actor
  code: FactorCode
  /** the session that asks and ends in a minute: it proved her phone alone, and shows her the answer */
  oldToken: string | null
  device: string | null
}

/**
 * Confirms the app by a first code: from now on her staff roles work, in a new session, and she signs in by password and code. Answers her ten recovery codes, this once. Of two at one moment
 * one is right. Refuses a wrong code, a recovery code, and what takeTry refuses.
 */
export async function finishSetUp({
  actor,
  code,
  oldToken,
  device,
}: Finish): Promise<StartedSession & { recoveryCodes: string[] }> {
  const wrong = new Refusal('factors.codeWrong', 422, {}, 'code')
  const known = await inScope({ person: actor.personId }, (tx) =>
    tx.secondFactor.findUnique({ where: { userId: actor.userId }, select: { id: true } }),
  )
  const factor = known && (await takeTry({ factorId: known.id, isConfirmed: false }))
  if (!factor || !('time' in code)) throw wrong
  const [step] = matchingSteps(await openTimeSecret(prisma, factor), code.time)
  if (step === undefined) throw wrong
  const recoveryCodes = newRecoveryCodes()
  return inScope({ person: actor.personId }, async (tx) => {
    const confirmed = await tx.$executeRaw`
      UPDATE "SecondFactor" SET "confirmedAt" = app_now(), tries = 0, "nextTryAt" = app_now() WHERE id = ${factor.id}::uuid AND "confirmedAt" IS NULL`
    if (confirmed !== 1) throw new Refusal('factors.standsAlready')
    await tx.usedStep.create({ data: { factorId: factor.id, step }, select: { step: true } })
    await tx.recoveryCode.createMany({
      data: recoveryCodes.map((one) => ({ factorId: factor.id, codeHash: recoveryHash(factor.id, one) })),
    })
    await recordAudit(tx, { actor, action: 'factor.set_up', subject: { type: 'User', id: actor.userId } })
    if (oldToken !== null)
      await tx.$executeRaw`
        UPDATE "Session" SET "expiresAt" = least("expiresAt", app_now() + interval '1 minute') WHERE "tokenHash" = ${tokenHash(oldToken)} AND "userId" = ${actor.userId}::uuid`
    const started = await startSession(tx, { userId: actor.userId, isProved: true, oldToken: null, device })
    return { ...started, recoveryCodes }
  })
}
