import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { ApplicationReason } from './checks'
import { lockApplication } from './lock-application.server'
import { placeApplicant } from './place-applicant.server'

type TurnDownInput = {
  actor: Actor
  applicationId: string
  /** returned: hers to mend; refused: over, and the shop it was for with it */
  to: 'returned' | 'refused'
  reasonCode: ApplicationReason
  words: string
}

/** County or city sends an application back or refuses it, with a reason from the list and words to her. Refuses one that does not wait, her own and her household's. */
export function turnDownApplication(input: TurnDownInput): Promise<void> {
  const { actor, applicationId, to, reasonCode, words } = input
  return inScope(actor, async (tx) => {
    const row = await lockApplication(tx, { actor, applicationId, from: ['submitted', 'recommended'] })
    await tx.sellerApplication.update({
      where: { id: applicationId },
      data: { state: to, decidedById: actor.userId, decidedAt: await appNow(tx) },
      select: { id: true },
    })
    if (to === 'refused' && row.sellerId)
      await tx.seller.updateMany({
        where: { id: row.sellerId, status: 'applying' },
        data: { status: 'closed' },
      })
    if (to === 'refused')
      await withinScope(tx, { person: row.personId }, () =>
        placeApplicant(tx, { personId: row.personId, regionId: null }),
      )
    await tx.applicationEvent.createMany({
      data: [{ applicationId, state: to, byId: actor.userId, reasonCode, words }],
    })
    await recordAudit(tx, {
      actor,
      action: to === 'returned' ? 'application.returned' : 'application.refused',
      subject: { type: 'Person', id: row.personId },
      reason: words,
      detail: { applicationId, reasonCode },
    })
  })
}
