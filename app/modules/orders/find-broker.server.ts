import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Who takes a cut of a seller's sale today, basis points of the goods. */
export type Broker = { brokerPartyId: string; brokerBps: number }

/**
 * The broker whose mandate covers her orders today: signed by both, not revoked, with a cut. Of several the one who has acted for her longest. Null for a seller who
 * sells by herself.
 */
export async function findBroker(tx: Tx, sellerId: string): Promise<Broker | null> {
  const [mandate] = await tx.$queryRaw<{ agentPersonId: string; cutBps: number }[]>`
    SELECT "agentPersonId", "cutBps" FROM "Mandate"
    WHERE "sellerId" = ${sellerId}::uuid AND "cutBps" > 0 AND 'orders' = ANY(scope) AND "revokedAt" IS NULL
      AND "signedByPrincipalAt" IS NOT NULL AND "signedByAgentAt" IS NOT NULL
      AND daterange("validFrom", "validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY "validFrom", id LIMIT 1`
  if (!mandate) return null
  return {
    brokerPartyId: await findOrCreateParty(tx, { personId: mandate.agentPersonId }),
    brokerBps: mandate.cutBps,
  }
}
