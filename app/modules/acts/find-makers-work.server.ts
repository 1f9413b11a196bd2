import type { Actor } from '~/modules/auth/actor'
import { findActingChoices } from '~/modules/mandates/find-acting-choices.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

export type MakerWork = { sellerId: string; name: string; toShip: number; late: number; drafts: number }

/** fen of all her sales; never of one maker's income */
export type OwnCuts = { completedFen: number; openFen: number }

/** What waits at each maker for whom she may act today, as far as each mandate goes (null-free zeros where it does not), and her own cuts of their sales. */
export async function findMakersWork({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<{ makers: MakerWork[]; cuts: OwnCuts | null }> {
  const choices = await findActingChoices({ actor, locale })
  const ids = choices.map(({ sellerId }) => sellerId)
  const rows = await inScope(
    actor,
    (tx) => tx.$queryRaw<Omit<MakerWork, 'name'>[]>`
    SELECT m."sellerId"::text AS "sellerId",
      CASE WHEN 'orders' = ANY (m.scope) THEN (SELECT count(*)::int FROM "SellerOrder" o WHERE o."sellerId" = m."sellerId" AND o.status = 'to_ship') ELSE 0 END AS "toShip",
      CASE WHEN 'orders' = ANY (m.scope) THEN (SELECT count(*)::int FROM "SellerOrder" o WHERE o."sellerId" = m."sellerId" AND o.status = 'to_ship'
        AND o."shipBy" < (app_now() AT TIME ZONE 'Asia/Shanghai')::date) ELSE 0 END AS late,
      CASE WHEN 'list' = ANY (m.scope) THEN (SELECT count(*)::int FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId"
        WHERE p."sellerId" = m."sellerId" AND p.status <> 'withdrawn' AND l.state IN ('draft', 'changes_requested')) ELSE 0 END AS drafts
    FROM "Mandate" m WHERE m."sellerId" = ANY (${ids}::uuid[]) AND m."agentPersonId" = ${actor.personId}::uuid AND m."revokedAt" IS NULL
      AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date`,
  )
  const byId = new Map(rows.map((row) => [row.sellerId, row]))
  const none = { toShip: 0, late: 0, drafts: 0 }
  return {
    makers: choices.map(({ sellerId, name }) => ({ ...none, ...byId.get(sellerId), sellerId, name })),
    cuts: await findCuts(actor),
  }
}

/** Null for whoever takes none. */
async function findCuts({ personId }: Actor): Promise<OwnCuts | null> {
  const [row] = await prisma.$queryRaw<{ count: number; completed: number; open: number }[]>`
    SELECT count(*)::int AS count, coalesce(sum(l."brokerFen") FILTER (WHERE o.status = 'completed'), 0)::float8 AS completed,
      coalesce(sum(l."brokerFen") FILTER (WHERE o.status IN ('to_ship', 'shipped', 'received')), 0)::float8 AS open
    FROM "OrderLine" l JOIN "SellerOrder" o ON o.id = l."sellerOrderId" JOIN "Party" y ON y.id = l."brokerPartyId"
    WHERE y."personId" = ${personId}::uuid`
  return row && row.count > 0 ? { completedFen: row.completed, openFen: row.open } : null
}
