import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { dropProofs } from './drop-proofs.server'
import { findOpenMandate } from './find-open-mandate.server'

/** The maker ends a mandate or turns a proposal down, or the agent gives it up: from this moment nothing more is done under it, and what she said or signed without a coordinator having confirmed it is destroyed. Ending what is over changes nothing. */
export async function revokeMandate({
  actor,
  mandateId,
}: {
  actor: Actor
  mandateId: string
}): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    await findOpenMandate(tx, { actor, mandateId })
    const { count } = await tx.mandate.updateMany({
      where: { id: mandateId, revokedAt: null },
      data: { revokedAt: await appNow(tx) },
    })
    if (count === 0) return
    await dropProofs(tx, { mandateId })
    await recordAudit(tx, { actor, action: 'mandate.revoked', subject: { type: 'Mandate', id: mandateId } })
  })
}
