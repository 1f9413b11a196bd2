import { findOffice } from '~/modules/applications/lock-application.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSetting } from '~/modules/settings/read-setting.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { approveBy, objectUntil } from './absence'
import { lockShopOf } from './lock-shop.server'

/**
 * Somebody of the city, who has looked at the paper, approves that a shop goes on without its owner's word: from now on she has the days of the setting to object. Approving again changes nothing. Refuses a desk of the
 * county (403), whoever proposed it, who is close to one of the two, one that is over, and one too old for her days to end before it does.
 */
export function approveAbsent({ actor, handoverId }: { actor: Actor; handoverId: string }): Promise<void> {
  return inScope(actor, async (tx) => {
    if ((await findOffice(tx, actor)) !== 'city') throw new Refusal('absence.cityLast', 403)
    await lockShopOf(tx, handoverId)
    const row = await tx.handoverAbsence.findUnique({
      where: { handoverId },
      select: { approvedAt: true, handover: true },
    })
    if (!row) throw notFound()
    const { handover } = row
    if (handover.doneAt || handover.endedAt) throw new Refusal('handover.over', 409)
    if (row.approvedAt) return
    if (handover.proposedById === actor.userId) throw new Refusal('absence.twoPeople', 403)
    const [near] = await tx.$queryRaw<{ close: boolean }[]>`
      SELECT is_close_to(${handover.fromPersonId}::uuid, ${actor.userId}::uuid) OR is_close_to(${handover.toPersonId}::uuid, ${actor.userId}::uuid) AS close`
    if (near?.close) throw new Refusal('handover.notHerOwn', 403)
    const now = await appNow(tx)
    const days = await readSetting('handovers.objectionDays', tx)
    if (approveBy(handover.proposedAt, days) < now) throw new Refusal('absence.tooOld', 409)
    await tx.handoverAbsence.update({
      where: { handoverId },
      data: { approvedById: actor.userId, approvedAt: now, objectUntil: objectUntil(now, days) },
    })
    const subject = { type: 'Seller', id: handover.sellerId }
    await recordAudit(tx, {
      actor,
      action: 'handover.absent_approved',
      subject,
      detail: { handoverId, days },
    })
  })
}
