import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'

/** Questions about her pieces that wait for her answer. */
export async function countWaitingQuestions({ actor }: { actor: Actor }): Promise<number> {
  return prisma.question.count({
    where: { answeredAt: null, hiddenAt: null, product: { sellerId: { in: actor.sellerIds } } },
  })
}
