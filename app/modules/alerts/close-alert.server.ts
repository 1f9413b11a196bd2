import { recordAudit } from '~/modules/audit/record-audit.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type CloseInput = { actor: { userId: string; role: string }; alertId: string; note: string }

/** Somebody has dealt with it and says how. Refuses one that a colleague closed before. */
export function closeAlert({ actor, alertId, note }: CloseInput): Promise<void> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.alert.updateMany({
      where: { id: alertId, closedAt: null },
      data: { closedAt: await appNow(tx), closedById: actor.userId, note },
    })
    if (count === 0) {
      const known = await tx.alert.count({ where: { id: alertId } })
      throw known === 0 ? notFound() : new Refusal('alert.alreadyClosed', 409)
    }
    await recordAudit(tx, {
      actor,
      action: 'alert.closed',
      subject: { type: 'Alert', id: alertId },
      reason: note,
    })
  })
}
