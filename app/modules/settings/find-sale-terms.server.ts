import { type Day, dayOf } from '~/platform/calendar'
import { Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
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

/** As the database answers them, in one value. Amounts as text: a number of JSON would lose the last digits of a large one. */
export type ReadSaleTerms = {
  now: string
  postageId: string | null
  parcelFen: string | null
  freeFromFen: string | null
  commissionBps: number | null
  settings: Record<string, unknown>
}

type Sold = { slug: string } | { id: string } | null

/**
 * The rules and settings that are valid at the shop's present time, in one statement, for pages that tell them. With a product (its address or id) the commission is the
 * one that would be taken of it; without, the general one.
 */
export async function findSaleTerms({
  product = null,
  tx = prisma,
}: {
  product?: Sold
  tx?: Tx
} = {}): Promise<SaleTerms> {
  const [row] = await tx.$queryRaw<{ terms: ReadSaleTerms }[]>`SELECT ${saleTermsSql(product)} AS terms`
  if (!row) throw new Error('the terms of sale gave no row')
  return saleTermsOf(row.terms)
}

/** The same as a part of another statement, to be read by saleTermsOf. */
export function saleTermsSql(product: Sold = null): Prisma.Sql {
  const goods = product
    ? Prisma.sql`SELECT p."craftId", s.kind FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE ${'slug' in product ? Prisma.sql`p.slug = ${product.slug}` : Prisma.sql`p.id = ${product.id}::uuid`}`
    : Prisma.sql`SELECT NULL::uuid AS "craftId", NULL::"SellerKind" AS kind`
  return Prisma.sql`(
    SELECT jsonb_build_object('now', app_now(), 'postageId', p.id, 'parcelFen', p."parcelFen"::text, 'freeFromFen', p."freeFromFen"::text, 'commissionBps', c.bps,
      'settings', (SELECT coalesce(jsonb_object_agg(s.key, s.value), '{}') FROM "Setting" s
        WHERE s.key LIKE 'orders.%' AND s."validFrom" <= app_now() AND (s."validTo" IS NULL OR s."validTo" > app_now())))
    FROM (SELECT 1) one
    LEFT JOIN "PostageRule" p ON p."validFrom" <= app_now() AND (p."validTo" IS NULL OR p."validTo" > app_now())
    LEFT JOIN LATERAL (${goods}) g ON true
    LEFT JOIN LATERAL (
      SELECT r.bps FROM "CommissionRule" r
      WHERE r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
        AND (r."craftId" IS NULL OR r."craftId" = g."craftId") AND (r."sellerKind" IS NULL OR r."sellerKind" = g.kind)
      ORDER BY r.priority LIMIT 1) c ON true)`
}

/** What saleTermsSql gave, read; a setting that does not fit its schema is a fault, not a default. */
export function saleTermsOf({
  now,
  postageId,
  parcelFen,
  freeFromFen,
  commissionBps,
  settings: set,
}: ReadSaleTerms): SaleTerms {
  const setting = (key: SettingKey) => {
    const { schema, value } = settings[key]
    return key in set ? schema.parse(set[key]) : value
  }
  return {
    today: dayOf(new Date(now)),
    postage:
      postageId === null || parcelFen === null
        ? null
        : {
            id: postageId,
            parcelFen: BigInt(parcelFen),
            freeFromFen: freeFromFen === null ? null : BigInt(freeFromFen),
          },
    commissionBps,
    stockShipDays: setting('orders.stockShipDays'),
    usualWayDays: setting('orders.usualWayDays'),
    returnWindowDays: setting('orders.returnWindowDays'),
    payWithinMinutes: setting('orders.payWithinMinutes'),
    receivedAfterDays: setting('orders.receivedAfterDays'),
  }
}
