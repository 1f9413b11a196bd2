import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { requirePurse } from './require-purse.server'

/**
 * She takes back her consent to being paid by the provider abroad: from now on no batch sends money there. What is on its way by an approved batch still arrives. A purse that is not
 * hers is a 404; withdrawn twice is once.
 */
export function withdrawConnect({ actor, purse }: { actor: Actor; purse: string }): Promise<void> {
  return inScope({ person: actor.personId }, async (tx) => {
    const { partyId } = await requirePurse(tx, actor, purse)
    const account = await tx.connectAccount.findFirst({
      where: { partyId, endedAt: null, consent: { withdrawnAt: null } },
      select: { consentId: true },
    })
    if (!account?.consentId) return
    const { count } = await tx.consent.updateMany({
      where: { id: account.consentId, withdrawnAt: null },
      data: { withdrawnAt: await appNow(tx) },
    })
    if (count === 1)
      await recordAudit(tx, {
        actor,
        action: 'connect.withdrawn',
        subject: { type: 'Consent', id: account.consentId },
      })
  })
}
