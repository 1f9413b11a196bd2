import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, monthStart, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** Her money in fen. earnedThisMonth counts goods and postage of sales completed this month; the other three are where all of it is now. */
export type SellerMoney = {
  /** first day of the present month in Lanzhou */
  month: Day
  earnedThisMonthFen: number
  /** earned, not yet in a payout */
  payableFen: number
  /** in an approved payout, on its way to her card */
  inTransitFen: number
  /** on her card */
  paidFen: number
  /** sold, return window not yet over, less what goes back to buyers */
  heldFen: number
  /** the day after which the first of that is hers; null while no buyer has a parcel of hers */
  heldUntil: Day | null
  /** what refunds took that was paid out already; kept back from later payouts */
  debtFen: number
}

/** Where the money of her sellers stands. All zero without a seller. */
export async function findSellerMoney({ actor }: { actor: Pick<Actor, 'sellerIds'> }): Promise<SellerMoney> {
  const month = monthStart(dayOf(await appNow()))
  const monthBegin = startOf(month)
  const [row] = await prisma.$queryRaw<
    {
      month: bigint
      payable: bigint
      transit: bigint
      paid: bigint
      held: bigint
      heldUntil: Date | null
      debt: bigint
    }[]
  >`
    WITH entries AS (
      SELECT a.kind, e.purpose, e."amountMinor" AS amount, t."occurredAt" AS at
      FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "Party" p ON p.id = a."partyId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
      WHERE p."sellerId" = ANY(${actor.sellerIds}::uuid[]) AND a.currency = 'CNY'),
    waiting AS (
      SELECT coalesce(sum(l."amountFen" - l."discountFen" + l."borneFen" - l."commissionFen" - coalesce(l."brokerFen", 0)), 0) + coalesce((SELECT sum(o."postageFen") FROM "SellerOrder" o
        WHERE o."sellerId" = ANY(${actor.sellerIds}::uuid[]) AND o.status IN ('to_ship', 'shipped', 'received')), 0)
        - coalesce((SELECT sum(r."amountFen" + r."borneFen" - r."commissionFen" - r."brokerFen") FROM "RefundLine" r JOIN "SellerOrder" o ON o.id = r."sellerOrderId"
        WHERE r.bearer = 'seller' AND o."sellerId" = ANY(${actor.sellerIds}::uuid[]) AND o.status IN ('to_ship', 'shipped', 'received')), 0) AS held
      FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId"
      WHERE s."sellerId" = ANY(${actor.sellerIds}::uuid[]) AND s.status IN ('to_ship', 'shipped', 'received'))
    SELECT coalesce(-sum(amount) FILTER (WHERE kind = 'payable' AND purpose IN ('share', 'postage') AND at >= ${monthBegin}), 0)::bigint AS month,
      coalesce(-sum(amount) FILTER (WHERE kind = 'payable'), 0)::bigint AS payable,
      coalesce(-sum(amount) FILTER (WHERE kind = 'in_transit'), 0)::bigint AS transit,
      coalesce(sum(amount) FILTER (WHERE kind = 'in_transit' AND purpose = 'paid'), 0)::bigint AS paid,
      coalesce(sum(amount) FILTER (WHERE kind = 'seller_debt'), 0)::bigint AS debt,
      (SELECT held FROM waiting)::bigint AS held, (SELECT min("completeAfter") FROM "SellerOrder"
        WHERE "sellerId" = ANY(${actor.sellerIds}::uuid[]) AND status IN ('to_ship', 'shipped', 'received')) AS "heldUntil" FROM entries`
  return {
    month,
    earnedThisMonthFen: toSafeNumber(row?.month ?? 0n),
    payableFen: toSafeNumber(row?.payable ?? 0n),
    inTransitFen: toSafeNumber(row?.transit ?? 0n),
    paidFen: toSafeNumber(row?.paid ?? 0n),
    heldFen: toSafeNumber(row?.held ?? 0n),
    heldUntil: row?.heldUntil ? dayOf(row.heldUntil) : null,
    debtFen: toSafeNumber(row?.debt ?? 0n),
  }
}
