import { hasWaitingApplication } from '~/modules/applications/forget-applications.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { findOwnShops } from './close-shops.server'

/** What keeps an account from being closed. */
const openMatters = [
  'unpaid',
  'parcels',
  'refunds',
  'disputes',
  'invoices',
  'sales',
  'base',
  'agent',
  'staff',
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
      part AS (SELECT p."sellerId", s.kind, s.status FROM "SellerPerson" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p."personId" = ${personId}::uuid AND p.role = 'owner' AND s.status IN ('active', 'paused')
        AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date),
      alone AS (SELECT "sellerId" AS id, kind FROM part t WHERE NOT EXISTS (SELECT 1 FROM "SellerPerson" o WHERE o."sellerId" = t."sellerId"
        AND o.role = 'owner' AND o."personId" <> ${personId}::uuid AND NOT has_left(o."personId") AND daterange(o."validFrom", o."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)),
      own AS (SELECT id FROM alone WHERE kind <> 'base'),
      sold AS (SELECT s."orderId" AS id, s.status FROM "SellerOrder" s JOIN own ON own.id = s."sellerId"),
      paid AS (SELECT p.id FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN hers h ON h.id = d."orderId"),
      got AS (SELECT p.id FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" IN (SELECT id FROM sold)),
      purse AS (SELECT id FROM "Party" WHERE "personId" = ${personId}::uuid OR "sellerId" IN (SELECT id FROM own))
    SELECT EXISTS (SELECT 1 FROM hers WHERE status = 'pending_payment') AS unpaid,
      EXISTS (SELECT 1 FROM "SellerOrder" s JOIN hers h ON h.id = s."orderId" WHERE s.status IN ('to_ship', 'shipped', 'received')) AS parcels,
      EXISTS (SELECT 1 FROM "Refund" r JOIN paid p ON p.id = r."paymentId" WHERE r.state <> 'succeeded') AS refunds,
      EXISTS (SELECT 1 FROM "Dispute" x JOIN paid p ON p.id = x."paymentId" WHERE x.state IN ('needs_response', 'under_review')) AS disputes,
      EXISTS (SELECT 1 FROM "Invoice" i JOIN hers h ON h.id = i."orderId" WHERE i.state = 'requested' AND h.status = 'paid') AS invoices,
      EXISTS (SELECT 1 FROM sold WHERE status IN ('pending_payment', 'to_ship', 'shipped', 'received'))
        OR EXISTS (SELECT 1 FROM "LineMaker" m JOIN "OrderLine" l ON l.id = m."orderLineId" JOIN "SellerOrder" s ON s.id = l."sellerOrderId"
          WHERE m."personId" = ${personId}::uuid AND s.status IN ('to_ship', 'shipped', 'received'))
        OR EXISTS (SELECT 1 FROM "Refund" r JOIN got g ON g.id = r."paymentId" WHERE r.state <> 'succeeded')
        OR EXISTS (SELECT 1 FROM "Dispute" x JOIN got g ON g.id = x."paymentId" WHERE x.state IN ('needs_response', 'under_review')) AS sales,
      EXISTS (SELECT 1 FROM alone WHERE kind = 'base') AS base,
      EXISTS (SELECT 1 FROM "Mandate" WHERE "agentPersonId" = ${personId}::uuid AND "revokedAt" IS NULL
        AND ("validTo" IS NULL OR "validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)) AS agent,
      EXISTS (SELECT 1 FROM "UserRole" WHERE "userId" = ${userId}::uuid AND role NOT IN ('buyer', 'artisan') AND ("validTo" IS NULL OR "validTo" > app_now())) AS staff,
      EXISTS (SELECT 1 FROM "LedgerAccount" a JOIN purse y ON y.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id GROUP BY a.id HAVING sum(e."amountMinor") <> 0)
        OR EXISTS (SELECT 1 FROM "PayoutLine" l JOIN purse y ON y.id = l."partyId" WHERE l.state IN ('prepared', 'in_transit'))
        OR EXISTS (SELECT 1 FROM "PayoutLine" l JOIN "BankAccount" b ON b.id = l."bankAccountId" JOIN "Person" h ON h."dataKeyId" = b."keyId"
          WHERE h.id = ${personId}::uuid AND l.state IN ('prepared', 'in_transit')) AS money`
  return openMatters.filter((matter) => row?.[matter] === true)
}

/** What closing her account would mean to her. */
export type Closing = {
  matters: OpenMatter[]
  /** whether a code can be sent to her */
  hasPhone: boolean
  /** she keeps a shop alone, which closes too */
  hasShop: boolean
  /** one that stays with who owns it with her */
  hasSharedShop: boolean
  /** an application that is taken back */
  isApplying: boolean
  /** she stands in the county's register, which goes on */
  isRegistered: boolean
}

/** The same for her page, and what else it tells her. */
export function findOpenMatters({ actor }: { actor: Actor }): Promise<Closing> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const shops = await findOwnShops(tx, personId)
    return {
      matters: await findMatters(tx, actor),
      hasPhone: (await tx.personSecret.count({ where: { personId, field: 'phone' } })) > 0,
      hasShop: shops.alone.length > 0,
      hasSharedShop: shops.shared.length > 0,
      isApplying: await hasWaitingApplication(tx, personId),
      isRegistered: (await tx.householdMember.count({ where: { personId } })) > 0,
    }
  })
}
