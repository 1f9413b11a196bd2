import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { findPlace } from './find-place.server'
import { findNewestReturns } from './find-returns.server'
import { lockMonth } from './lock-month.server'

/**
 * Closes the month of a place that reports to nobody here: its newest version is locked, so that whoever needs it otherwise amends it with a reason. Of two who press, the other is told (409), and so is who saw an older version.
 * A place of another region, or one that has not confirmed, is not found.
 */
export async function lockReturn({
  actor,
  month,
  code,
  seenVersion,
}: {
  actor: Actor
  month: Day
  code: string
  /** the version that she saw */
  seenVersion: number
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    await lockMonth(tx, month, place)
    const [newest] = await findNewestReturns(tx, { month, regionIds: [place.id] })
    if (!newest) throw notFound()
    if (newest.version !== seenVersion) throw new Refusal('returns.raced', 409)
    const { count } = await tx.monthlyReturn.updateMany({
      where: { id: newest.id, lockedAt: null },
      data: { lockedById: actor.userId, lockedAt: await appNow(tx) },
    })
    if (count === 0) throw new Refusal('returns.lockedAlready', 409)
    await recordAudit(tx, {
      actor,
      action: 'return.locked',
      subject: { type: 'MonthlyReturn', id: newest.id },
      detail: { month, place: code, version: newest.version },
    })
  })
}
