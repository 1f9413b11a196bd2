import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** The shared devices on which she has a tile, newest first, at most fifty; a revoked one is none. */
export async function findOwnTiles({ actor }: { actor: Actor }): Promise<{ id: string; name: string }[]> {
  const rows = await inScope({ person: actor.personId }, (tx) =>
    tx.pointMember.findMany({
      where: { userId: actor.userId, point: { revokedAt: null } },
      orderBy: { enrolledAt: 'desc' },
      take: 50,
      select: { id: true, point: { select: { name: true } } },
    }),
  )
  return rows.map(({ id, point }) => ({ id, name: point.name }))
}
