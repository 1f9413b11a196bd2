import type { Actor } from '~/modules/auth/actor'
import { takeClaim } from '~/modules/claims/take-claim.server'
import { inScope } from '~/platform/db/in-scope.server'
import { lockWaiting } from './lock-waiting.server'

/** A coordinator is on this listing for the next half hour: her colleagues see it and decide nothing about it meanwhile. Refuses what lockWaiting and takeClaim refuse. */
export async function takeReview({ actor, revisionId }: { actor: Actor; revisionId: string }): Promise<void> {
  await inScope(actor, async (tx) => {
    await lockWaiting(tx, { actor, revisionId })
    await takeClaim(tx, { actor, queue: 'listing', subjectId: revisionId })
  })
}
