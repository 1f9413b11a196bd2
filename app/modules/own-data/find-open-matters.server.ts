import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** What keeps an account from being closed. */
const openMatters = [
  'unpaid',
  'parcels',
  'refunds',
  'disputes',
  'invoices',
  'shop',
  'staff',
  'register',
  'money',
] as const
export type OpenMatter = (typeof openMatters)[number]

/** What is still open of hers, in the order of openMatters; nothing: she may close her account. */
export async function findMatters(
  tx: Tx,
  { userId, personId }: Pick<Actor, 'userId' | 'personId'>,
): Promise<OpenMatter[]> {
  const [row] = await tx.$queryRaw<Record<OpenMatter, boolean>[]>`
    WITH hers AS (SELECT o.id, o.status FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" WHERE y."personId" = ${personId}::uuid),
      paid AS (SELECT p.id FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN hers h ON h.id = d."orderId")
    SELECT EXISTS (SELECT 1 FROM hers WHERE status = 'pending_payment') AS unpaid,
      EXISTS (SELECT 1 FROM "SellerOrder" s JOIN hers h ON h.id = s."orderId" WHERE s.status IN ('to_ship', 'shipped', 'received')) AS parcels,
      EXISTS (SELECT 1 FROM "Refund" r JOIN paid p ON p.id = r."paymentId" WHERE r.state <> 'succeeded') AS refunds,
      EXISTS (SELECT 1 FROM "Dispute" x JOIN paid p ON p.id = x."paymentId" WHERE x.state IN ('needs_response', 'under_review')) AS disputes,
      EXISTS (SELECT 1 FROM "Invoice" i JOIN hers h ON h.id = i."orderId" WHERE i.state = 'requested' AND h.status = 'paid') AS invoices,
      EXISTS (SELECT 1 FROM "SellerPerson" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p."personId" = ${personId}::uuid
          AND (s.status <> 'closed' OR EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so."sellerId" = s.id)) AND ("validTo" IS NULL OR "validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date))
        OR EXISTS (SELECT 1 FROM "Mandate" WHERE "agentPersonId" = ${personId}::uuid AND "revokedAt" IS NULL) AS shop,
      EXISTS (SELECT 1 FROM "UserRole" WHERE "userId" = ${userId}::uuid AND role <> 'buyer' AND ("validTo" IS NULL OR "validTo" > app_now())) AS staff,
      EXISTS (SELECT 1 FROM "Person" WHERE id = ${personId}::uuid AND "regionId" IS NOT NULL)
        OR EXISTS (SELECT 1 FROM "HouseholdMember" WHERE "personId" = ${personId}::uuid) AS register,
      EXISTS (SELECT 1 FROM "LedgerAccount" a JOIN "Party" y ON y.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id
        WHERE y."personId" = ${personId}::uuid GROUP BY a.id HAVING sum(e."amountMinor") <> 0) AS money`
  return openMatters.filter((matter) => row?.[matter] === true)
}

/** The same for her page, and whether a code can be sent to her. */
export function findOpenMatters({
  actor,
}: {
  actor: Actor
}): Promise<{ matters: OpenMatter[]; hasPhone: boolean }> {
  return inScope({ person: actor.personId }, async (tx) => ({
    matters: await findMatters(tx, actor),
    hasPhone: (await tx.personSecret.count({ where: { personId: actor.personId, field: 'phone' } })) > 0,
  }))
}
