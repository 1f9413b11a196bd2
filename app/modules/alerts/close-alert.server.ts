import { recordAudit } from '~/modules/audit/record-audit.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { type AlertReader, alertsOf } from './find-alerts.server'

type CloseInput = { actors: readonly [AlertReader, ...AlertReader[]]; alertId: string; note: string }

/** Somebody has dealt with it and says how. Refuses one that a colleague closed before; one that is not for her is not found. */
export async function closeAlert({ actors, alertId, note }: CloseInput): Promise<void> {
  const [actor] = actors
  const hers = await alertsOf(actors)
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.alert.updateMany({
      where: { AND: [hers, { id: alertId, closedAt: null }] },
      data: { closedAt: await appNow(tx), closedById: actor.userId, note },
    })
    if (count === 0) {
      const known = await tx.alert.count({ where: { AND: [hers, { id: alertId }] } })
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
