import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.server'

/** Ten new recovery codes in place of all she has, told this once. The caller has asked for a fresh proof. Not found for somebody without a confirmed second factor. */
export function renewRecoveryCodes({ actor }: { actor: Actor }): Promise<string[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const [factor] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM "SecondFactor" WHERE "userId" = ${actor.userId}::uuid AND "confirmedAt" IS NOT NULL FOR UPDATE`
    if (!factor) throw notFound()
    const codes = newRecoveryCodes()
    await tx.recoveryCode.deleteMany({ where: { factorId: factor.id } })
    await tx.recoveryCode.createMany({
      data: codes.map((one) => ({ factorId: factor.id, codeHash: recoveryHash(factor.id, one) })),
    })
    await recordAudit(tx, {
      actor,
      action: 'factor.recovery_renewed',
      subject: { type: 'User', id: actor.userId },
    })
    return codes
  })
}
