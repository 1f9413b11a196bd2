import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/** Who takes a cut of a seller's sale today, basis points of the goods. */
export type Broker = { brokerPartyId: string; brokerBps: number }

/** The mandate by which she does. */
export type BrokerMandate = { agentPersonId: string; cutBps: number }

/**
 * The broker whose mandate covers the orders of a seller today: signed by both, not revoked, with a cut. Of several the one who has acted for her longest. Null for a seller who sells by herself. A part of a
 * statement that names the seller.
 */
export function brokerMandateSql(sellerId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('agentPersonId', m."agentPersonId", 'cutBps', m."cutBps") FROM "Mandate" m
    WHERE m."sellerId" = ${sellerId} AND m."cutBps" > 0 AND 'orders' = ANY(m.scope) AND m."revokedAt" IS NULL
      AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY m."validFrom", m.id LIMIT 1)`
}

export async function brokerOf(tx: Tx, mandate: BrokerMandate): Promise<Broker> {
  return {
    brokerPartyId: await findOrCreateParty(tx, { personId: mandate.agentPersonId }),
    brokerBps: mandate.cutBps,
  }
}
