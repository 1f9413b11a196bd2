import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { checkCode } from '~/modules/auth/check-code.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { findOpenMandate, readPrincipalPhone } from './find-open-mandate.server'

/**
 * The maker consents with the code from her own phone, typed in by her or read out to the agent. Refuses a wrong code, and a mandate that was signed or is over
 * meanwhile; a second signing by the same code is refused as used.
 */
export async function signByCode({
  actor,
  mandateId,
  code,
}: {
  actor: Actor
  mandateId: string
  code: string
}): Promise<void> {
  const phone = await inScope({ person: actor.personId }, async (tx) => {
    const { principalId, revokedAt, signedByPrincipalAt } = await findOpenMandate(tx, { actor, mandateId })
    if (revokedAt || signedByPrincipalAt) throw new Refusal('mandate.settled', 409)
    return readPrincipalPhone(tx, principalId)
  })
  await checkCode({ purpose: 'mandate', mandateId, phone, code })
  await inScope({ person: actor.personId }, async (tx) => {
    const { count } = await tx.mandate.updateMany({
      where: { id: mandateId, revokedAt: null, signedByPrincipalAt: null },
      data: { signedByPrincipalAt: await appNow(tx), consentMeans: 'code' },
    })
    if (count === 0) throw new Refusal('mandate.settled', 409)
    const subject = { type: 'Mandate', id: mandateId }
    await recordAudit(tx, { actor, action: 'mandate.consented', subject, detail: { means: 'code' } })
  })
}
