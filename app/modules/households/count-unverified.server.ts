import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'
import { unverifiedOwners } from './unverified.server'

/** How many people own an active individual seller in the coordinator's region without a verified household link of today. 0 without a region. */
export const countUnverified = oncePerLook(actorKey, async ({ actor }: { actor: Actor }): Promise<number> => {
  if (!actor.regionId) return 0
  return inScope(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT p.id)::int AS count FROM ${unverifiedOwners(actor)}`
    return row?.count ?? 0
  })
})
