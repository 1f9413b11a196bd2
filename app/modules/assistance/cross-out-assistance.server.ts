import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

type CrossOutInput = { actor: Actor; householdId: string; assistanceId: string; why: string }

/** Crosses out what was entered wrongly; it stays to be seen with the reason. Another region's is not found; refuses (409) what is crossed out already. */
export function crossOutAssistance({ actor, householdId, assistanceId, why }: CrossOutInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const where = { id: assistanceId, householdId }
    if ((await tx.householdAssistance.count({ where })) === 0) throw notFound()
    const { count } = await tx.householdAssistance.updateMany({
      where: { ...where, crossedOutAt: null },
      data: { crossedOutAt: await appNow(tx), crossedOutById: actor.userId, crossedOutWhy: why },
    })
    if (count === 0) throw new Refusal('assistance.isCrossedOut', 409)
    await recordAudit(tx, {
      actor,
      action: 'assistance.crossed_out',
      subject: { type: 'Household', id: householdId },
      reason: why,
      detail: { assistanceId },
    })
  })
}
