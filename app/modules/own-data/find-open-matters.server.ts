import { hasWaitingApplication } from '~/modules/applications/forget-applications.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { findOwnShops } from './close-shops.server'

/** What of her own orders keeps an account from being closed. */
const orderMatters = ['unpaid', 'parcels', 'refunds', 'disputes', 'invoices'] as const
type OrderMatter = (typeof orderMatters)[number]

/** What else does. */
const otherMatters = ['sales', 'base', 'agent', 'staff', 'money'] as const
type OtherMatter = (typeof otherMatters)[number]

/** What is still open, and the numbers of the orders that it is about, the newest first; none for what is about no order of hers. */
export type OpenMatter = { matter: OrderMatter | OtherMatter; orders: string[] }

/** What is still open of hers, what her orders hold first; nothing: she may close her account. */
export async function findMatters(
  tx: Tx,
  { userId, personId }: Pick<Actor, 'userId' | 'personId'>,
): Promise<OpenMatter[]> {
  const orders = await findHoldingOrders(tx, personId)
  const [row] = await tx.$queryRaw<Record<OtherMatter, boolean>[]>`
    WITH part AS (SELECT p."sellerId", s.kind, s.status FROM "SellerPerson" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p."personId" = ${personId}::uuid AND p.role = 'owner' AND s.status IN ('active', 'paused')
        AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date),
      alone AS (SELECT "sellerId" AS id, kind FROM part t WHERE NOT EXISTS (SELECT 1 FROM "SellerPerson" o WHERE o."sellerId" = t."sellerId"
        AND o.role = 'owner' AND o."personId" <> ${personId}::uuid AND NOT has_left(o."personId") AND daterange(o."validFrom", o."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)),
      own AS (SELECT id FROM alone WHERE kind <> 'base'),
      sold AS (SELECT s."orderId" AS id, s.status FROM "SellerOrder" s JOIN own ON own.id = s."sellerId"),
      got AS (SELECT p.id FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" IN (SELECT id FROM sold)),
      purse AS (SELECT id FROM "Party" WHERE "personId" = ${personId}::uuid OR "sellerId" IN (SELECT id FROM own))
    SELECT EXISTS (SELECT 1 FROM sold WHERE status IN ('pending_payment', 'to_ship', 'shipped', 'received'))
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
  return [
    ...orderMatters
      .map((matter) => ({
        matter,
        orders: orders.filter((order) => order[matter]).map(({ number }) => number),
      }))
      .filter((open) => open.orders.length > 0),
    ...otherMatters.filter((matter) => row?.[matter] === true).map((matter) => ({ matter, orders: [] })),
  ]
}

/** Her orders and what of each is still open. */
function findHoldingOrders(tx: Tx, personId: string) {
  return tx.$queryRaw<({ number: string } & Record<OrderMatter, boolean>)[]>`
    WITH hers AS (SELECT o.id, o.number, o.status, o."placedAt" FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" WHERE y."personId" = ${personId}::uuid),
      paid AS (SELECT h.id, p.id AS "paymentId" FROM hers h JOIN "OrderDue" d ON d."orderId" = h.id JOIN "Payment" p ON p."dueId" = d.id)
    SELECT o.number, o.status = 'pending_payment' AS unpaid,
      EXISTS (SELECT 1 FROM "SellerOrder" s WHERE s."orderId" = o.id AND s.status IN ('to_ship', 'shipped', 'received')) AS parcels,
      EXISTS (SELECT 1 FROM "Refund" r JOIN paid p USING ("paymentId") WHERE p.id = o.id AND r.state <> 'succeeded') AS refunds,
      EXISTS (SELECT 1 FROM "Dispute" x JOIN paid p USING ("paymentId") WHERE p.id = o.id AND x.state IN ('needs_response', 'under_review')) AS disputes,
      o.status = 'paid' AND EXISTS (SELECT 1 FROM "Invoice" i WHERE i."orderId" = o.id AND i.state = 'requested') AS invoices
    FROM hers o ORDER BY o."placedAt" DESC`
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
