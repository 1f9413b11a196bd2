import type { Actor } from '~/modules/auth/actor'
import { addDays, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { renewalDays } from './find-own-record.server'

/** Whether the verification of a shop that she owns waits for her word: `over` when nothing new is listed before it, `soon` in the thirty days before its end. Null as long as none does, and once she has confirmed. */
export function findDueRecord({ actor }: { actor: Actor }): Promise<'over' | 'soon' | null> {
  return inScope({ person: actor.personId }, async (tx) => {
    const now = await appNow(tx)
    const first = await tx.seller.findFirst({
      where: {
        people: { some: { personId: actor.personId, role: 'owner', validTo: null } },
        status: { in: ['active', 'paused'] },
        verifiedUntil: { lt: startOf(addDays(dayOf(now), renewalDays + 1)) },
        renewals: { none: { checkedAt: null } },
      },
      orderBy: { verifiedUntil: 'asc' },
      select: { verifiedUntil: true },
    })
    if (!first) return null
    return first.verifiedUntil <= now ? 'over' : 'soon'
  })
}
