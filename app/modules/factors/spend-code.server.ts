import { recordAudit } from '~/modules/audit/record-audit.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { matchingSteps } from '~/platform/secrets/totp.server'
import { recoveryHash } from './recovery-codes.server'
import type { FactorCode } from './schema'
import { takeTry } from './take-try.server'
import { openTimeSecret } from './time-secret.server'

type Spend = {
  factorId: string
  code: FactorCode
  /** the form's field, for the refusal */
  field: string
}

/**
 * Spends a time code or a recovery code of a confirmed second factor, once: the same step is never accepted twice, however many ask at one moment. The try is counted before
 * (takeTry, whose refusals it passes on), so it never runs inside a caller's transaction. Refuses (422, beside the field) a wrong one, and one that was used.
 */
export async function spendCode({ factorId, code, field }: Spend): Promise<{ userId: string }> {
  const factor = await takeTry({ factorId, isConfirmed: true })
  if (!factor) throw new Refusal('factors.codeWrong', 422, {}, field)
  await ('time' in code
    ? spendStep(factor.id, matchingSteps(await openTimeSecret(prisma, factor), code.time), field)
    : spendRecovery(factor, code.recovery, field))
  await inScope(
    { job: 'sign_in' },
    (tx) =>
      tx.$executeRaw`UPDATE "SecondFactor" SET tries = 0, "nextTryAt" = app_now() WHERE id = ${factor.id}::uuid`,
  )
  return { userId: factor.userId }
}

async function spendStep(factorId: string, steps: readonly number[], field: string): Promise<void> {
  if (steps.length === 0) throw new Refusal('factors.codeWrong', 422, {}, field)
  for (const step of steps) {
    const kept = await inScope(
      { job: 'sign_in' },
      (tx) => tx.$executeRaw`
      INSERT INTO "UsedStep" ("factorId", step) VALUES (${factorId}::uuid, ${step}::int) ON CONFLICT DO NOTHING`,
    )
    if (kept === 1) return
  }
  throw new Refusal('factors.codeUsed', 422, {}, field)
}

async function spendRecovery(
  { id: factorId, userId }: { id: string; userId: string },
  code: string,
  field: string,
): Promise<void> {
  await inScope({ job: 'sign_in' }, async (tx) => {
    const spent = await tx.$executeRaw`
      UPDATE "RecoveryCode" SET "usedAt" = app_now()
      WHERE "factorId" = ${factorId}::uuid AND "codeHash" = ${recoveryHash(factorId, code)} AND "usedAt" IS NULL`
    if (spent !== 1) throw new Refusal('factors.recoveryWrong', 422, {}, field)
    await recordAudit(tx, {
      actor: null,
      action: 'factor.recovery_used',
      subject: { type: 'User', id: userId },
    })
  })
}
