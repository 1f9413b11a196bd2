import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** Questions about her pieces that wait for her answer. */
export async function countWaitingQuestions({ actor }: { actor: Actor }): Promise<number> {
  return inScope({ person: actor.personId }, (tx) =>
    tx.question.count({
      where: { answeredAt: null, hiddenAt: null, product: { sellerId: { in: actor.sellerIds } } },
    }),
  )
}
