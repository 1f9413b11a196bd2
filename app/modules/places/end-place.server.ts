import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { countHeld } from './count-held.server'
import { lockPlace } from './lock-place.server'

/** A place exists no longer from today on; its row and its past stay. Refuses one in which anybody or anything still is, and what lockPlace refuses. */
export function endPlace({
  actor,
  code,
  reason,
}: {
  actor: Actor
  code: string
  reason: string
}): Promise<void> {
  return inScope(actor, async (tx) => {
    const place = await lockPlace(tx, { actor, code })
    const { places, ...held } = await countHeld(tx, place.id)
    if (places > 1 || Object.values(held).some((count) => count > 0))
      throw new Refusal('places.notEmpty', 409)
    await tx.region.update({
      where: { id: place.id },
      data: { validTo: toDateColumn(dayOf(await appNow(tx))) },
    })
    await recordAudit(tx, {
      actor,
      action: 'place.ended',
      subject: { type: 'Region', id: place.id },
      reason,
      detail: { code },
    })
  })
}
