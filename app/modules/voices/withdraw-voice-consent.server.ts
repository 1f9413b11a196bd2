import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'

/** From now on no buyer hears her: the pages are rendered anew, and the recording answers nobody but her and her coordinator. Withdrawn twice is once. */
export async function withdrawVoiceConsent({ actor }: { actor: Actor }): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    const live = { personId: actor.personId, purpose: 'public_voice', withdrawnAt: null }
    const given = await tx.consent.findMany({ where: live, select: { id: true } })
    if (given.length === 0) return
    await tx.consent.updateMany({ where: live, data: { withdrawnAt: await appNow(tx) } })
    for (const { id } of given)
      await recordAudit(tx, { actor, action: 'voice.withdrawn', subject: { type: 'Consent', id } })
  })
}
