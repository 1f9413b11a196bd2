import type { Actor } from '~/modules/auth/actor'
import type { MandateScope } from '~/modules/auth/entrusted'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** The mandate by which she may do this for a seller now, held until the transaction ends, so that it is not revoked beneath the deed. Null without one. */
export async function findLiveMandate(
  tx: Tx,
  { actor, sellerId, scope }: { actor: Actor; sellerId: string; scope: MandateScope },
): Promise<string | null> {
  const [row] = await withinScope(
    tx,
    { person: actor.personId },
    () => tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Mandate" WHERE "sellerId" = ${sellerId}::uuid AND "agentPersonId" = ${actor.personId}::uuid AND ${scope}::text = ANY (scope)
      AND "revokedAt" IS NULL AND "signedByPrincipalAt" IS NOT NULL AND "signedByAgentAt" IS NOT NULL
      AND daterange("validFrom", "validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
    FOR SHARE`,
  )
  return row?.id ?? null
}
