import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
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

/** milliseconds: a town has thousands of people, and what its makers sell is found by its new place */
const longest = 60_000

/**
 * A village goes to another town, or a town with its villages to another county, from today on: people, households, sellers and offices with it, and the walls. What was
 * earned and reported before stays under the place in which it was; the former place leads to the new one. All in one transaction. Refuses what requireWay and lockPlace refuse.
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
      await findAnew(tx, moved.id)
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

/** The pieces of who works there are found by the names of the new place. */
async function findAnew(tx: Tx, regionId: string): Promise<void> {
  const pieces = await tx.product.findMany({
    where: {
      seller: { region: { ancestorIds: { has: regionId } } },
      texts: { some: { locale: 'zh-CN' } },
    },
    select: { id: true },
  })
  for (const { id } of pieces) await writeSearch(tx, id)
}
