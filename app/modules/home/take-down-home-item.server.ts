import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { lockHomeItem } from './lock-home-item.server'

/** Visitors no longer see it; its versions stay. Twice is once. Refuses when somebody has changed it since it was looked at; 404 for one that is not there. */
export function takeDownHomeItem({
  actor,
  itemId,
  seen,
}: {
  actor: Actor
  itemId: string
  seen: number
}): Promise<void> {
  return inScope(actor, async (tx) => {
    const { publishedNumber } = await lockHomeItem(tx, { itemId, seen })
    if (publishedNumber === null) return
    await tx.homeItem.update({ where: { id: itemId }, data: { publishedNumber: null } })
    await recordAudit(tx, {
      actor,
      action: 'home.taken_down',
      subject: { type: 'HomeItem', id: itemId },
      detail: { number: publishedNumber },
    })
  })
}
