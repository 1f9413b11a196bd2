import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'

/** Whether it is her own seller today, as its owner or staff: everybody else works there by a mandate. */
export async function isOwnSeller(
  tx: Tx,
  { actor, sellerId }: { actor: Actor; sellerId: string },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOwn: boolean }[]>`
    SELECT is_of_shop(${actor.personId}::uuid, ${sellerId}::uuid) AS "isOwn"`
  return row?.isOwn === true
}
