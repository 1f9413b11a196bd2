import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'

/** How many listings of her region wait for a coordinator. */
export const countReviews = oncePerLook(actorKey, async ({ actor }: { actor: Actor }): Promise<number> => {
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
})
