import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { PublicConsent } from './public-consents'

/** She takes a consent back by one tap: what it let be shown is gone from her pages with it (trigger), and the pages that were kept go within the second. Taken back twice is once. */
export function withdrawConsent({ actor, purpose }: { actor: Actor; purpose: PublicConsent }): Promise<void> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const { count } = await tx.consent.updateMany({
      where: { personId, purpose, withdrawnAt: null },
      data: { withdrawnAt: await appNow(tx) },
    })
    if (count > 0)
      await recordAudit(tx, {
        actor,
        action: 'consent.withdrawn',
        subject: { type: 'Person', id: personId },
        detail: { purpose },
      })
  })
}
