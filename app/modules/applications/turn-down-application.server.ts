import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { ApplicationReason } from './checks'
import { findOtherCounties } from './find-other-counties.server'
import { lockApplication } from './lock-application.server'
import { placeApplicant } from './place-applicant.server'
import { stopShopCards } from './shop-cards.server'

type TurnDownInput = {
  actor: Actor
  applicationId: string
  /** returned: hers to mend; refused: over, and with it the shop it was for and her card */
  to: 'returned' | 'refused'
  reasonCode: ApplicationReason
  words: string
  /** sent back because of its place: the county that it goes over to */
  toCounty?: string | null
}

/**
 * County or city sends an application back or refuses it, with a reason from the list and words to her. Sent back because of its place it may go over to another county, which alone sees it from then on
 * (the city above both goes on seeing it). Refuses one that does not wait, her own and her household's, and (beside the field) a county that is none or its own, or one without that reason.
 */
export function turnDownApplication(input: TurnDownInput): Promise<void> {
  const { actor, applicationId, to, reasonCode, words, toCounty = null } = input
  return inScope(actor, async (tx) => {
    const row = await lockApplication(tx, { actor, applicationId, from: ['submitted', 'recommended'] })
    if (toCounty && (to !== 'returned' || reasonCode !== 'place'))
      throw new Refusal('joining.moveNeedsPlace', 422, {}, 'reasonCode')
    if (toCounty && !(await findOtherCounties(tx, row.regionId)).some(({ id }) => id === toCounty))
      throw new Refusal('joining.badCounty', 422, {}, 'toCounty')
    await tx.sellerApplication.update({
      where: { id: applicationId },
      data: { state: to, decidedById: actor.userId, decidedAt: await appNow(tx) },
      select: { id: true },
    })
    if (to === 'refused' && row.sellerId) {
      await tx.seller.updateMany({
        where: { id: row.sellerId, status: 'applying' },
        data: { status: 'closed' },
      })
      await stopShopCards(tx, { personId: row.personId, sellerId: row.sellerId })
    }
    if (to === 'refused')
      await withinScope(tx, { person: row.personId }, () =>
        placeApplicant(tx, { personId: row.personId, regionId: null }),
      )
    await tx.applicationEvent.createMany({
      data: [{ applicationId, state: to, byId: actor.userId, reasonCode, words, toRegionId: toCounty }],
    })
    await recordAudit(tx, {
      actor,
      action: to === 'returned' ? 'application.returned' : 'application.refused',
      subject: { type: 'Person', id: row.personId },
      reason: words,
      detail: { applicationId, reasonCode, ...(toCounty ? { toCounty } : {}) },
    })
    if (toCounty)
      await tx.$executeRaw`SELECT move_application(${applicationId}::uuid, ${toCounty}::uuid, ${actor.userId}::uuid)`
  })
}
