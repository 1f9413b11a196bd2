import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'

type Asked = { actor: Actor; sellerId: string; agentPersonId: string }

/** Whether somebody is the agent of a mandate, of the maker's people, or shares a household with one of them: she does not confirm it. */
export async function isOneOfThem(tx: Tx, { actor, sellerId, agentPersonId }: Asked): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ close: boolean }[]>`
    SELECT is_close_to(${agentPersonId}::uuid, ${actor.userId}::uuid) OR EXISTS (
      SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = ${sellerId}::uuid AND p.role IN ('owner', 'staff') AND is_close_to(p."personId", ${actor.userId}::uuid)) AS close`
  return row?.close ?? true
}
