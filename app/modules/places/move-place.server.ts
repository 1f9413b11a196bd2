import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { lockPlace } from './lock-place.server'
import { requireWay } from './require-way.server'

type MoveInput = {
  actor: Actor
  code: string
  /** code of the place below which it lies from today on */
  to: string
  /** the code that it has there */
  newCode: string
  reason: string
}

/** milliseconds: a town has thousands of people */
const longest = 60_000

/**
 * A village goes to another town, or a town with its villages to another county, from today on: people, households, sellers and offices with it, and the walls. What was
 * earned and reported before stays under the place in which it was; the former place leads to the new one. Moved back under the code that it had, it is the former place again. All in one transaction; what its makers sell is
 * found by the new place a moment later (job place-search). Refuses what requireWay and lockPlace refuse.
 */
export function movePlace({ actor, code, to, newCode, reason }: MoveInput): Promise<void> {
  return inScope(
    actor,
    async (tx) => {
      const place = await lockPlace(tx, { actor, code })
      const parent = await lockPlace(tx, { actor, code: to })
      await requireWay(tx, { place, parent, code: newCode })
      const [moved] = await tx.$queryRaw<{ id: string }[]>`
        SELECT move_region(${place.id}::uuid, ${parent.id}::uuid, ${newCode}, ${actor.userId}::uuid)::text AS id`
      if (!moved) throw new Error('a place that moves is somewhere afterwards')
      await enqueue(tx, 'place-search', { regionId: moved.id })
      await recordAudit(tx, {
        actor,
        action: 'place.moved',
        subject: { type: 'Region', id: moved.id },
        reason,
        detail: { from: code, to: newCode },
      })
    },
    { timeout: longest },
  )
}
