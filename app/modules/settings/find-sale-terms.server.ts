import { type Day, dayOf } from '~/platform/calendar'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { PostageRule } from './find-rules.server'
import { type SettingKey, settings } from './settings'

/** What is said to a buyer before a sale, as it stands now. */
export type SaleTerms = {
  today: Day
  /** null while no rule is valid */
  postage: PostageRule | null
  /** the platform's part of the goods, basis points; null while no rule is valid */
  commissionBps: number | null
  /** days within which ready pieces ship */
  stockShipDays: number
  /** days after which a parcel inside the mainland has usually arrived */
  usualWayDays: number
  /** days from receipt during which a piece may come back */
  returnWindowDays: number
  /** minutes for which an unpaid order holds its pieces */
  payWithinMinutes: number
  /** days after shipping when a parcel counts as received without word */
  receivedAfterDays: number
}

type TermsRow = {
  now: Date
  postageId: string | null
  parcelFen: bigint | null
  freeFromFen: bigint | null
  commissionBps: number | null
  settings: Record<string, unknown>
}

/**
 * The rules and settings that are valid at the shop's present time, in one statement, for pages that tell them. With a product (its address or id) the commission is the
 * one that would be taken of it; without, the general one.
 */
export async function findSaleTerms({
  product = null,
  tx = prisma,
}: {
  product?: { slug: string } | { id: string } | null
  tx?: Tx
} = {}): Promise<SaleTerms> {
  const slug = product && 'slug' in product ? product.slug : null
  const id = product && 'id' in product ? product.id : null
  const [row] = await tx.$queryRaw<TermsRow[]>`
    SELECT app_now() AS now, p.id AS "postageId", p."parcelFen", p."freeFromFen", c.bps AS "commissionBps",
      (SELECT coalesce(jsonb_object_agg(s.key, s.value), '{}') FROM "Setting" s
        WHERE s.key LIKE 'orders.%' AND s."validFrom" <= app_now() AND (s."validTo" IS NULL OR s."validTo" > app_now())) AS settings
    FROM (SELECT 1) one
    LEFT JOIN "PostageRule" p ON p."validFrom" <= app_now() AND (p."validTo" IS NULL OR p."validTo" > app_now())
    LEFT JOIN LATERAL (SELECT p."craftId", s.kind FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.slug = ${slug} OR p.id = ${id}::uuid) g ON true
    LEFT JOIN LATERAL (
      SELECT r.bps FROM "CommissionRule" r
      WHERE r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
        AND (r."craftId" IS NULL OR r."craftId" = g."craftId") AND (r."sellerKind" IS NULL OR r."sellerKind" = g.kind)
      ORDER BY r.priority LIMIT 1) c ON true`
  if (!row) throw new Error('the terms of sale gave no row')
  const setting = (key: SettingKey) => {
    const { schema, value } = settings[key]
    return key in row.settings ? schema.parse(row.settings[key]) : value
  }
  return {
    today: dayOf(row.now),
    postage:
      row.postageId === null || row.parcelFen === null
        ? null
        : { id: row.postageId, parcelFen: row.parcelFen, freeFromFen: row.freeFromFen },
    commissionBps: row.commissionBps,
    stockShipDays: setting('orders.stockShipDays'),
    usualWayDays: setting('orders.usualWayDays'),
    returnWindowDays: setting('orders.returnWindowDays'),
    payWithinMinutes: setting('orders.payWithinMinutes'),
    receivedAfterDays: setting('orders.receivedAfterDays'),
  }
}
