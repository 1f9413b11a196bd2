import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockHomeItem } from './lock-home-item.server'
import { requireSpeaker } from './require-speaker.server'

type PublishInput = { actor: Actor; itemId: string; seen: number }

/**
 * Visitors see the newest version from its beginning to its end. Twice is once. Refuses a version that somebody has changed since it was looked at, one that is over, and a
 * maker who no longer lets her words be shown; 404 for one that is not there.
 */
export function publishHomeItem({ actor, itemId, seen }: PublishInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { publishedNumber } = await lockHomeItem(tx, { itemId, seen })
    if (publishedNumber === seen) return
    const version = await tx.homeVersion.findUniqueOrThrow({
      where: { itemId_number: { itemId, number: seen } },
      select: { shownTo: true, sellerId: true },
    })
    if (version.shownTo <= (await appNow(tx))) throw new Refusal('home.isOver', 409)
    if (version.sellerId) await requireSpeaker(tx, version.sellerId)
    await tx.homeItem.update({ where: { id: itemId }, data: { publishedNumber: seen } })
    await recordAudit(tx, {
      actor,
      action: 'home.published',
      subject: { type: 'HomeItem', id: itemId },
      detail: { number: seen },
    })
  })
}
