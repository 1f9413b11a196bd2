import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** How many listings of her region wait for a coordinator. */
export async function countReviews({ actor }: { actor: Actor }): Promise<number> {
  const { regionId } = actor
  if (!regionId) return 0
  return inScope(actor, (tx) =>
    tx.listingRevision.count({
      where: {
        state: 'submitted',
        product: {
          status: { not: 'withdrawn' },
          seller: { region: { ancestorIds: { has: regionId } } },
        },
      },
    }),
  )
}
