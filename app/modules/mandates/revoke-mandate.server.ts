import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { findOpenMandate } from './find-open-mandate.server'

/** The maker ends a mandate or turns a proposal down, or the agent gives it up: from this moment nothing more is done under it. Ending what is over changes nothing. */
export async function revokeMandate({
  actor,
  mandateId,
}: {
  actor: Actor
  mandateId: string
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await findOpenMandate(tx, { actor, mandateId })
    const { count } = await tx.mandate.updateMany({
      where: { id: mandateId, revokedAt: null },
      data: { revokedAt: await appNow(tx) },
    })
    if (count === 0) return
    await recordAudit(tx, { actor, action: 'mandate.revoked', subject: { type: 'Mandate', id: mandateId } })
  })
}
