import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'

/** How many listings of her region wait for a coordinator. */
export async function countReviews({ actor }: { actor: Actor }): Promise<number> {
  if (!actor.regionId) return 0
  return prisma.listingRevision.count({
    where: {
      state: 'submitted',
      product: {
        status: { not: 'withdrawn' },
        seller: { region: { ancestorIds: { has: actor.regionId } } },
      },
    },
  })
}
