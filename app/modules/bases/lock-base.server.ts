import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** Locks a base of the coordinator's region, so that two changes of it take turns. Another region's and a seller that is no base are a 404. */
export async function lockBase(
  tx: Tx,
  { actor, sellerId }: { actor: Actor; sellerId: string },
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Seller" s JOIN "Region" r ON r.id = s."regionId"
    WHERE s.id = ${sellerId}::uuid AND s.kind = 'base' AND ${actor.regionId}::uuid = ANY (r."ancestorIds") FOR UPDATE OF s`
  if (rows.length === 0) throw notFound()
}
