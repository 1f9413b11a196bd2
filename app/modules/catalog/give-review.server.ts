import type { Actor } from '~/modules/auth/actor'
import { giveClaim } from '~/modules/claims/give-claim.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockWaiting } from './lock-waiting.server'

type GiveReviewInput = { actor: Actor; revisionId: string; toUserId: string }

/** A coordinator gives a listing to a colleague, for a day: never to who submitted it. Refuses what lockWaiting and giveClaim refuse. */
export async function giveReview({ actor, revisionId, toUserId }: GiveReviewInput): Promise<void> {
  await inScope(actor, async (tx) => {
    const { submittedById } = await lockWaiting(tx, { actor, revisionId })
    if (submittedById === toUserId) throw new Refusal('claims.notColleague', 422, {}, 'to')
    await giveClaim(tx, { actor, queue: 'listing', subjectId: revisionId, toUserId })
  })
}
